using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections.Features;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Connections;

/// <summary>What the server knows of the TLS of a connection, in the terms of the ABI.</summary>
internal static class TlsFacts
{
    /// <summary>Null without TLS.</summary>
    public static TlsInfo? Of(ITlsHandshakeFeature? handshake, X509Certificate2? clientCertificate) =>
        handshake is null
            ? null
            : new TlsInfo
            {
                Version = VersionName(handshake.Protocol),
                RequestedServerName = handshake.HostName,
                IsMutual = clientCertificate is not null,
                SubjectPeerCertificate = clientCertificate?.Subject,
                Sha256PeerCertificateDigest = clientCertificate is null
                    ? null
                    : Convert.ToHexStringLower(clientCertificate.GetCertHash(HashAlgorithmName.SHA256)),
            };

    private static string? VersionName(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls12 => "TLSv1.2",
        SslProtocols.Tls13 => "TLSv1.3",
        _ => null,
    };
}
