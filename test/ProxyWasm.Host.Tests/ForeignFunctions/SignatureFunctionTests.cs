using System.Security.Cryptography;
using System.Text;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Tests.ForeignFunctions;

public sealed class SignatureFunctionTests
{
    private static readonly byte[] Message = "hello"u8.ToArray();

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha384")]
    [InlineData("sha512")]
    [Trait("abi-case", "120")]
    public async Task An_rsa_signature_is_told_from_a_wrong_one(string hash)
    {
        using var rsa = RSA.Create(2048);
        var signature = rsa.SignData(
            Message, new HashAlgorithmName(hash.ToUpperInvariant()), RSASignaturePadding.Pkcs1);
        await using var rig = new ForeignRig();

        var der = Protobuf.Bytes(2, rsa.ExportSubjectPublicKeyInfo());
        Assert.Equal([0x08, 1], await VerifyAsync(rig, hash, der, signature, Message));
        Assert.Equal([0x08, 1], await VerifyAsync(
            rig, hash, Protobuf.Text(5, rsa.ExportSubjectPublicKeyInfoPem()), signature, Message));
        AssertFalse(await VerifyAsync(rig, hash, der, signature, "hullo"u8.ToArray()), 2);
        AssertFalse(await VerifyAsync(rig, hash, der, [1, 2, 3], Message), 2);
        AssertFalse(await VerifyAsync(rig, hash, der, [], Message), 2);
    }

    [Fact]
    [Trait("abi-case", "120")]
    public async Task An_ecdsa_signature_is_told_from_a_wrong_one()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = curve.SignData(Message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        await using var rig = new ForeignRig();

        var der = Protobuf.Bytes(2, curve.ExportSubjectPublicKeyInfo());
        Assert.Equal([0x08, 1], await VerifyAsync(rig, "sha256", der, signature, Message));
        AssertFalse(await VerifyAsync(rig, "sha256", der, [1, 2, 3], Message), 2);
        AssertFalse(await VerifyAsync(rig, "sha384", der, signature, Message), 2);
    }

    [Fact]
    public async Task Each_of_many_keys_has_its_own_verdict_however_often_it_comes()
    {
        var keys = Enumerable.Range(0, 12).Select(_ => ECDsa.Create(ECCurve.NamedCurves.nistP256)).ToArray();
        await using var rig = new ForeignRig();
        for (var round = 0; round < 3; round++)
        {
            for (var index = 0; index < keys.Length; index++)
            {
                var der = Protobuf.Bytes(2, keys[index].ExportSubjectPublicKeyInfo());
                var next = keys[(index + 1) % keys.Length];
                Assert.Equal([0x08, 1], await VerifyAsync(rig, "sha256", der, Sign(keys[index]), Message));
                AssertFalse(await VerifyAsync(rig, "sha256", der, Sign(next), Message), 2);
            }
        }

        Array.ForEach(keys, key => key.Dispose());

        static byte[] Sign(ECDsa key) =>
            key.SignData(Message, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    [Fact]
    public async Task Signatures_made_for_a_plugin_are_valid()
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await using var rig = new ForeignRig();
        byte[][] rsaKeys =
        [
            Protobuf.Bytes(2, rsa.ExportPkcs8PrivateKey()), Protobuf.Bytes(2, rsa.ExportRSAPrivateKey()),
            Protobuf.Text(4, rsa.ExportPkcs8PrivateKeyPem()), Protobuf.Text(4, rsa.ExportRSAPrivateKeyPem()),
        ];
        foreach (var key in rsaKeys)
        {
            Assert.True(rsa.VerifyData(
                Message, await SignAsync(rig, key), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        var parameters = "-----BEGIN EC PARAMETERS-----\nBgUrgQQAIg==\n-----END EC PARAMETERS-----\n";
        byte[][] curveKeys =
        [
            Protobuf.Bytes(2, curve.ExportPkcs8PrivateKey()), Protobuf.Bytes(2, curve.ExportECPrivateKey()),
            Protobuf.Text(4, parameters + curve.ExportECPrivateKeyPem()),
        ];
        foreach (var key in curveKeys)
        {
            Assert.True(curve.VerifyData(
                Message, await SignAsync(rig, key), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }
    }

    [Fact]
    public async Task A_hash_that_is_not_supported_is_a_result_with_an_error()
    {
        using var rsa = RSA.Create(2048);
        await using var rig = new ForeignRig();
        var der = Protobuf.Bytes(2, rsa.ExportSubjectPublicKeyInfo());
        foreach (var hash in new[] { "sha224", "md5", "" })
        {
            AssertFalse(await VerifyAsync(rig, hash, der, [1], Message), 2);
        }

        byte[] sign = [.. Protobuf.Text(1, "sha224"), .. Protobuf.Bytes(2, rsa.ExportPkcs8PrivateKey())];
        var (status, result) = await rig.CallAsync("sign", sign);
        Assert.Equal(Status.Ok, status);
        AssertFalse(result!, 3);
    }

    [Fact]
    public async Task A_key_that_cannot_be_used_is_a_bad_argument()
    {
        using var rsa = RSA.Create(2048);
        var publicKey = rsa.ExportSubjectPublicKeyInfo();
        var privateKey = rsa.ExportPkcs8PrivateKey();
        await using var rig = new ForeignRig();
        byte[][] publicKeys =
        [
            [], Protobuf.Bytes(2, [1, 2, 3]), Protobuf.Bytes(2, publicKey[..^9]), Protobuf.Bytes(2, privateKey),
            Protobuf.Text(5, "no key"), Protobuf.Text(5, rsa.ExportPkcs8PrivateKeyPem()),
            Protobuf.Text(5, "-----BEGIN PUBLIC KEY-----\nAQID\n-----END PUBLIC KEY-----\n"),
            [.. Protobuf.Bytes(2, publicKey), .. Protobuf.Text(5, rsa.ExportSubjectPublicKeyInfoPem())],
            [.. Protobuf.Bytes(2, publicKey), 0x0A, 9],
        ];
        foreach (var key in publicKeys)
        {
            byte[] argument = [.. Protobuf.Text(1, "sha256"), .. key];
            Assert.Equal(Status.BadArgument, (await rig.CallAsync("verify_signature", argument)).Status);
        }

        byte[][] privateKeys =
        [
            [], Protobuf.Bytes(2, [1, 2, 3]), Protobuf.Bytes(2, publicKey), Protobuf.Text(4, "no key"),
            [.. Protobuf.Bytes(2, privateKey), .. Protobuf.Text(4, rsa.ExportPkcs8PrivateKeyPem())],
        ];
        foreach (var key in privateKeys)
        {
            byte[] argument = [.. Protobuf.Text(1, "sha256"), .. key];
            Assert.Equal(Status.BadArgument, (await rig.CallAsync("sign", argument)).Status);
        }
    }

    private static async Task<byte[]> VerifyAsync(
        ForeignRig rig, string hash, byte[] key, byte[] signature, byte[] text)
    {
        byte[] argument =
            [.. Protobuf.Text(1, hash), .. key, .. Protobuf.Bytes(3, signature), .. Protobuf.Bytes(4, text)];
        var (status, result) = await rig.CallAsync("verify_signature", argument);
        Assert.Equal(Status.Ok, status);
        return result!;
    }

    private static async Task<byte[]> SignAsync(ForeignRig rig, byte[] key)
    {
        byte[] argument = [.. Protobuf.Text(1, "sha256"), .. key, .. Protobuf.Bytes(3, Message)];
        var (status, result) = await rig.CallAsync("sign", argument);
        Assert.Equal(Status.Ok, status);
        Assert.Equal([0x08, 1, 0x12], result!.Take(3));

        // The length of the signature has one or two bytes.
        return result![(result[3] < 0x80 ? 4 : 5)..];
    }

    // No flag, and a text.
    private static void AssertFalse(byte[] result, int errorField)
    {
        Assert.Equal((errorField << 3) | 2, result[0]);
        Assert.True(Encoding.UTF8.GetString(result, 2, result.Length - 2).Length > 5);
    }
}
