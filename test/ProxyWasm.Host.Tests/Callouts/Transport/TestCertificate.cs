using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProxyWasm.Host.Tests.Callouts.Transport;

/// <summary>Certificates that nobody has issued.</summary>
internal static class TestCertificate
{
    public static X509Certificate2 For(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        var begin = DateTimeOffset.UtcNow.AddDays(-1);
        return request.CreateSelfSigned(begin, begin.AddDays(30));
    }
}
