using System.Text;
using CsCheck;
using FirebaseAuth.Keys;

namespace Plugins.Tests.FirebaseAuth.Keys;

/// <summary>Both formats of Google's key servers, and what may be wrong with an answer.</summary>
public sealed class KeySetReaderTests(KeyFixture keys) : IClassFixture<KeyFixture>
{
    [Fact]
    public void Both_formats_give_the_same_keys()
    {
        var fromWebKeys = Read(SigningKey.WebKeys(keys.First, keys.Second))!;
        var fromCertificates = Read(SigningKey.Certificates(keys.First, keys.Second))!;

        Assert.Equal(2, fromWebKeys.Count);
        Assert.Equal(2, fromCertificates.Count);
        Assert.True(fromWebKeys.Find("first"u8)!.IsSame(fromCertificates.Find("first"u8)!));
        Assert.True(fromWebKeys.Find("second"u8)!.IsSame(fromCertificates.Find("second"u8)!));
        Assert.False(fromWebKeys.Find("second"u8)!.IsSame(fromCertificates.Find("first"u8)!));
        Assert.Null(fromWebKeys.Find("third"u8));
    }

    [Fact]
    public void Keys_for_something_else_are_ignored()
    {
        const string Others = """{"kty":"EC","kid":"e","crv":"P-256"},{"kty":"RSA","use":"enc","kid":"x"},{"kty":"RSA","alg":"PS256"},""";
        var set = Read(SigningKey.WebKeys(keys.First).Replace("[", "[" + Others, StringComparison.Ordinal))!;
        Assert.Equal(1, set.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[1]}""")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"a","n":"AQAB","e":"AQAB"}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"a"}]}""")]
    [InlineData("""{"a":"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"}""")]
    [InlineData("""{"a":"-----BEGIN CERTIFICATE----------END CERTIFICATE-----\n"}""")]
    [InlineData("""{"a":"-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n"}""")]
    [InlineData("""{"error":{"code":503}}""")]
    [InlineData("<html>")]
    public void An_answer_without_keys_is_refused_with_a_reason(string answer)
    {
        Assert.Null(KeySetReader.Read(Encoding.UTF8.GetBytes(answer), out var problem));
        Assert.NotEqual("", problem);
    }

    [Fact]
    public void One_bad_key_spoils_the_set()
    {
        using var small = new SigningKey("small", 1024);
        Assert.Null(Read(SigningKey.WebKeys(keys.First, small)));
        Assert.Null(Read(SigningKey.Certificates(keys.First, small)));
        Assert.Null(Read(SigningKey.WebKeys(keys.First, keys.First)));
    }

    [Fact]
    public void Certificates_with_changed_bytes_never_break_the_reader()
    {
        var answer = Encoding.UTF8.GetBytes(SigningKey.Certificates(keys.First));
        Gen.Int[0, answer.Length - 1].Select(Gen.Byte).Sample(
            (position, value) =>
            {
                var changed = (byte[])answer.Clone();
                changed[position] = value;
                var set = KeySetReader.Read(changed, out var problem);
                Assert.Equal(set is null, problem.Length > 0);
            },
            iter: 3000);
    }

    private static KeySet? Read(string answer) => KeySetReader.Read(Encoding.UTF8.GetBytes(answer), out _);
}
