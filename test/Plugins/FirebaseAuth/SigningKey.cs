using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using FirebaseAuth.Keys;

namespace Plugins.Tests.FirebaseAuth;

/// <summary>A key pair as Google has them, and what a key server tells of it.</summary>
internal sealed class SigningKey(string id, int bits = 2048) : IDisposable
{
    private string? _certificate;

    public string Id { get; } = id;

    public RSA Rsa { get; } = RSA.Create(bits);

    /// <summary>A certificate that the key signed itself, in PEM.</summary>
    public string Certificate => _certificate ??= MakeCertificate();

    public static string WebKeys(params SigningKey[] keys)
    {
        var list = keys.Select(key =>
        {
            var numbers = key.Rsa.ExportParameters(includePrivateParameters: false);
            return new Dictionary<string, string>
            {
                ["kty"] = "RSA",
                ["alg"] = "RS256",
                ["use"] = "sig",
                ["kid"] = key.Id,
                ["n"] = TokenMaker.Encode(numbers.Modulus!),
                ["e"] = TokenMaker.Encode(numbers.Exponent!),
            };
        });
        return JsonSerializer.Serialize(new { keys = list });
    }

    public static string Certificates(params SigningKey[] keys) =>
        JsonSerializer.Serialize(keys.ToDictionary(key => key.Id, key => key.Certificate));

    public static KeySet Set(params SigningKey[] keys)
    {
        var set = KeySetReader.Read(Encoding.UTF8.GetBytes(WebKeys(keys)), out var problem);
        Assert.Equal("", problem);
        return set!;
    }

    public byte[] Sign(string text) =>
        Rsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose() => Rsa.Dispose();

    private string MakeCertificate()
    {
        var request = new CertificateRequest(
            "CN=securetoken.system.gserviceaccount.com", Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.FromUnixTimeSeconds(TokenMaker.Now).AddDays(-1), DateTimeOffset.FromUnixTimeSeconds(TokenMaker.Now).AddDays(16));
        return certificate.ExportCertificatePem() + "\n";
    }
}
