using System.Text;
using FirebaseAuth.Requests;

namespace Plugins.Tests.FirebaseAuth;

/// <summary>Tokens are found where the standards put them, and nowhere else.</summary>
public sealed class CredentialsTests
{
    [Theory]
    [InlineData("Bearer abc", "abc")]
    [InlineData("bearer abc", "abc")]
    [InlineData("BEARER   abc ", "abc")]
    [InlineData("Bearer", "")]
    [InlineData("Bearer ", "")]
    [InlineData("Bearerabc", "")]
    [InlineData("Basic abc", "")]
    [InlineData("Bearer\tabc", "")]
    [InlineData("", "")]
    [InlineData("Bearer a,Bearer b", "a,Bearer b")]
    public void Bearer_tokens_are_read(string value, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Credentials.Bearer(Encoding.UTF8.GetBytes(value))));

    [Theory]
    [InlineData("session=abc", "abc")]
    [InlineData("a=1; session=abc; b=2", "abc")]
    [InlineData("a=1;session=abc", "abc")]
    [InlineData("xsession=abc", "")]
    [InlineData("session", "")]
    [InlineData("session=", "")]
    [InlineData("Session=abc", "")]
    [InlineData("a=session=abc", "")]
    [InlineData("session=abc; session=def", "abc")]
    [InlineData("", "")]
    public void Cookies_are_found_by_name(string value, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Credentials.Cookie(Encoding.UTF8.GetBytes(value), "session"u8)));
}
