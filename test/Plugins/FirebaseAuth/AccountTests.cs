using System.Text;
using FirebaseAuth.Accounts;
using FirebaseAuth.Tokens;

namespace Plugins.Tests.FirebaseAuth;

/// <summary>Revoked sessions and disabled users, as Identity Toolkit tells of them.</summary>
public sealed class AccountTests
{
    [Theory]
    [InlineData("""{"users":[{"localId":"cat","validSince":"1000"}]}""", 1000, Verdict.Granted)]
    [InlineData("""{"users":[{"localId":"cat","validSince":"1001"}]}""", 1000, Verdict.Revoked)]
    [InlineData("""{"users":[{"localId":"cat"}]}""", 1000, Verdict.Granted)]
    [InlineData("""{"kind":"x","users":[{"localId":"cat","disabled":true}]}""", 1000, Verdict.Disabled)]
    internal void Answers_are_understood(string answer, long signedInAt, Verdict expected)
    {
        Assert.True(AccountState.TryRead(Encoding.UTF8.GetBytes(answer), "cat"u8, out var state));
        Assert.Equal(expected, state.Judge(Token(signedInAt)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"users":[]}""")]
    [InlineData("""{"users":[1]}""")]
    [InlineData("""{"users":[{"localId":"dog"}]}""")]
    [InlineData("""{"users":[{"localId":"cat"},{"localId":"cat"}]}""")]
    [InlineData("""{"users":[{"localId":"cat","validSince":"soon"}]}""")]
    [InlineData("""{"error":{"code":400}}""")]
    public void Answers_about_somebody_else_are_no_answers(string answer) =>
        Assert.False(AccountState.TryRead(Encoding.UTF8.GetBytes(answer), "cat"u8, out _));

    [Fact]
    public void Answers_are_believed_for_a_while()
    {
        var cache = new AccountCache(60);
        Assert.False(cache.TryFind("cat"u8, 0, out _));
        cache.Add("cat"u8.ToArray(), new AccountState(true, 0), 100);

        Assert.True(cache.TryFind("cat"u8, 159, out var state));
        Assert.True(state.IsDisabled);
        Assert.False(cache.TryFind("cat"u8, 160, out _));
        Assert.False(cache.TryFind("dog"u8, 100, out _));
    }

    private static VerifiedToken Token(long signedInAt) => new()
    {
        Text = [],
        UserId = "cat"u8.ToArray(),
        ValidUntil = 5000,
        SignedInAt = signedInAt,
        KeyId = [],
        Key = null,
        Headers = [],
    };
}
