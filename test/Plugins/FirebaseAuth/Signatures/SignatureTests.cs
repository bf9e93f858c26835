using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using FirebaseAuth.Keys;
using FirebaseAuth.Signatures;

namespace Plugins.Tests.FirebaseAuth.Signatures;

/// <summary>Our RS256 says what that of the operating system says.</summary>
public sealed class SignatureTests(KeyFixture keys) : IClassFixture<KeyFixture>
{
    private static readonly ManagedSignatureCheck Check = new();

    [Fact]
    public void Hashes_of_all_lengths_around_the_blocks_are_right()
    {
        for (var length = 0; length < 300; length++)
        {
            var text = Enumerable.Range(0, length).Select(index => (byte)(index * 7)).ToArray();
            var hash = new byte[Sha256.Length];
            Sha256.Hash(text, hash);
            Assert.Equal(SHA256.HashData(text), hash);
        }
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(2056)]
    [InlineData(3072)]
    [InlineData(4096)]
    public void A_signature_is_valid_for_its_text_and_key_only(int bits)
    {
        using var pair = new SigningKey("a", bits);
        var key = SigningKey.Set(pair).Find("a"u8)!;
        var signature = pair.Sign("text");

        Assert.True(Check.IsValid(key, "text"u8, signature));
        Assert.False(Check.IsValid(key, "texts"u8, signature));
        Assert.False(Check.IsValid(SigningKey.Set(keys.First).Find("first"u8)!, "text"u8, signature));
    }

    [Fact]
    public void A_changed_bit_anywhere_is_noticed()
    {
        var key = SigningKey.Set(keys.First).Find("first"u8)!;
        var signature = keys.First.Sign("text");
        for (var bit = 0; bit < 8 * signature.Length; bit += 37)
        {
            var forged = (byte[])signature.Clone();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Check.IsValid(key, "text"u8, forged), $"bit {bit}");
        }
    }

    [Fact]
    public void Signatures_of_other_schemes_and_lengths_are_invalid()
    {
        var rsa = keys.First.Rsa;
        var key = SigningKey.Set(keys.First).Find("first"u8)!;
        var text = "text"u8.ToArray();
        var good = keys.First.Sign("text");

        Assert.False(Check.IsValid(key, text, rsa.SignData(text, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)));
        Assert.False(Check.IsValid(key, text, rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
        Assert.False(Check.IsValid(key, text, []));
        Assert.False(Check.IsValid(key, text, good.AsSpan(1)));
        Assert.False(Check.IsValid(key, text, [0, .. good]));
        Assert.False(Check.IsValid(key, text, new byte[256]));
        Assert.False(Check.IsValid(key, text, Enumerable.Repeat((byte)0xFF, 256).ToArray()));
    }

    [Fact]
    public void A_signature_plus_the_modulus_is_invalid()
    {
        var key = SigningKey.Set(keys.First).Find("first"u8)!;
        for (var attempt = 0; ; attempt++)
        {
            var number = new BigInteger(keys.First.Sign($"{attempt}"), isUnsigned: true, isBigEndian: true)
                + new BigInteger(key.Number, isUnsigned: true, isBigEndian: true);
            var sum = number.ToByteArray(isUnsigned: true, isBigEndian: true);
            if (sum.Length == key.Length)
            {
                Assert.False(Check.IsValid(key, Encoding.UTF8.GetBytes($"{attempt}"), sum));
                return;
            }
        }
    }

    [Fact]
    public void Powers_are_those_of_BigInteger()
    {
        Gen.Byte.Array[256].Select(Gen.UInt, Gen.Byte.Array[256]).Sample(
            (modulusBytes, exponent, numberBytes) =>
            {
                modulusBytes[0] |= 1;
                modulusBytes[^1] |= 1;
                exponent |= 1;
                var modulus = new BigInteger(modulusBytes, isUnsigned: true, isBigEndian: true);
                var number = new BigInteger(numberBytes, isUnsigned: true, isBigEndian: true) % modulus;
                var bytes = new byte[256];
                number.TryWriteBytes(bytes.AsSpan(256 - number.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true);
                var found = new byte[256];
                Assert.True(new Modulus(modulusBytes).TryPower(bytes, exponent, found));
                return new BigInteger(found, isUnsigned: true, isBigEndian: true) == BigInteger.ModPow(number, exponent, modulus);
            },
            iter: 50);
    }

    [Fact]
    public void The_key_for_the_host_is_the_key()
    {
        var key = SigningKey.Set(keys.First).Find("first"u8)!;
        Assert.Equal(keys.First.Rsa.ExportSubjectPublicKeyInfo(), key.Information);
    }

    [Fact]
    public void Keys_that_nobody_should_trust_are_no_keys()
    {
        var sound = keys.First.Rsa.ExportParameters(false).Modulus!;
        byte[] even = [.. sound[..^1], (byte)(sound[^1] & 0xFE)];

        Assert.NotNull(RsaKey.Create(sound, [1, 0, 1]));
        Assert.Null(RsaKey.Create(sound, [3]));
        Assert.Null(RsaKey.Create(sound, [1, 0, 0]));
        Assert.Null(RsaKey.Create(sound, [0, 1, 0, 1]));
        Assert.Null(RsaKey.Create(sound, [1, 0, 0, 0, 1]));
        Assert.Null(RsaKey.Create(sound, []));
        Assert.Null(RsaKey.Create(even, [1, 0, 1]));
        Assert.Null(RsaKey.Create(sound.AsSpan(0, 128), [1, 0, 1]));
        Assert.Null(RsaKey.Create([0, .. sound], [1, 0, 1]));
        Assert.Null(RsaKey.Create([.. sound, .. sound, .. sound[..1]], [1, 0, 1]));
        Assert.Null(RsaKey.Create([], [1, 0, 1]));
    }
}
