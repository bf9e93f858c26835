using System.Net;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Host.Properties;

/// <summary>
/// <c>connection.*</c>, <c>source.*</c>, <c>destination.*</c>, <c>upstream.*</c>: what HTTP streams and TCP
/// connections have in common (section 6.5 of the ABI reference).
/// </summary>
internal static class ConnectionProperties
{
    // Envoy's default; nothing here says whether a listener faces clients or the own services.
    private const int UnspecifiedDirection = 0;

    public static Status Read(ConnectionInfo info, ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        var segments = new PropertyPath(path).GetEnumerator();
        if (!segments.MoveNext())
        {
            return Status.SerializationFailure;
        }

        var root = segments.Current;
        if (!segments.HasNext)
        {
            return ReadBare(info, root, value);
        }

        segments.MoveNext();
        return segments.HasNext ? Status.NotFound : Read(info, root, segments.Current, value);
    }

    public static Status Read(
        ConnectionInfo info, ReadOnlySpan<byte> root, ReadOnlySpan<byte> name, PropertyBuffer value) => root switch
        {
            _ when root.SequenceEqual("connection"u8) => ReadConnection(info, name, value),
            _ when root.SequenceEqual("source"u8) => ReadEndPoint(info.Source, name, value),
            _ when root.SequenceEqual("destination"u8) => ReadEndPoint(info.Destination, name, value),
            _ when root.SequenceEqual("upstream"u8) => ReadUpstream(info, name, value),
            _ when root.SequenceEqual("xds"u8) && name.SequenceEqual("cluster_name"u8) => value.Text(info.ClusterName),
            _ when root.SequenceEqual("xds"u8) && name.SequenceEqual("listener_direction"u8) =>
                value.Number(UnspecifiedDirection),
            _ => Status.NotFound,
        };

    /// <summary>Names without a root.</summary>
    public static Status ReadBare(ConnectionInfo info, ReadOnlySpan<byte> name, PropertyBuffer value) => name switch
    {
        _ when name.SequenceEqual("connection_id"u8) => value.Number(info.ConnectionId),
        _ when name.SequenceEqual("cluster_name"u8) => value.Text(info.ClusterName),
        _ when name.SequenceEqual("listener_direction"u8) => value.Number(UnspecifiedDirection),
        _ => Status.NotFound,
    };

    private static Status ReadUpstream(ConnectionInfo info, ReadOnlySpan<byte> name, PropertyBuffer value) =>
        name switch
        {
            _ when name.SequenceEqual("local_address"u8) => ReadAddress(info.UpstreamLocal, value),
            _ when name.SequenceEqual("request_attempt_count"u8) => value.Number(info.UpstreamAttempts),
            _ => ReadEndPoint(info.Upstream, name, value),
        };

    private static Status ReadConnection(ConnectionInfo info, ReadOnlySpan<byte> name, PropertyBuffer value)
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

    private static Status ReadEndPoint(IPEndPoint? endPoint, ReadOnlySpan<byte> name, PropertyBuffer value) =>
        name switch
        {
            _ when name.SequenceEqual("port"u8) => value.Number(endPoint?.Port),
            _ when name.SequenceEqual("address"u8) => ReadAddress(endPoint, value),
            _ => Status.NotFound,
        };

    private static Status ReadAddress(IPEndPoint? endPoint, PropertyBuffer value)
    {
        if (endPoint is null)
        {
            return Status.NotFound;
        }

        var address = endPoint.Address.IsIPv4MappedToIPv6 ? endPoint.Address.MapToIPv4() : endPoint.Address;
        return value.Text(new IPEndPoint(address, endPoint.Port).ToString());
    }
}
