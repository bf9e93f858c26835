using ProxyWasm.Abi;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Properties;

/// <summary><c>connection.*</c>.</summary>
internal static class ConnectionProperties
{
    public static Status Read(HttpStreamInfo info, ReadOnlySpan<byte> name, PropertyBuffer value)
    {
        var tls = info.Tls;
        return name switch
        {
            _ when name.SequenceEqual("id"u8) => value.Number(info.ConnectionId),
            _ when name.SequenceEqual("mtls"u8) => value.Flag(tls is { IsMutual: true }),
            _ when name.SequenceEqual("requested_server_name"u8) => value.Text(tls?.RequestedServerName),
            _ when name.SequenceEqual("tls_version"u8) => value.Text(tls?.Version),
            _ when name.SequenceEqual("subject_local_certificate"u8) => value.Text(tls?.SubjectLocalCertificate),
            _ when name.SequenceEqual("subject_peer_certificate"u8) => value.Text(tls?.SubjectPeerCertificate),
            _ when name.SequenceEqual("sha256_peer_certificate_digest"u8) =>
                value.Text(tls?.Sha256PeerCertificateDigest),
            _ => Status.NotFound,
        };
    }
}
