using System.Net;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>A named group of endpoints that plugins may call.</summary>
public sealed record CalloutCluster
{
    /// <summary>Name that plugins use; compared exactly.</summary>
    public required string Name { get; init; }

    /// <summary>Endpoints, used in turn; hosts are names or IP addresses. None: calls fail at once.</summary>
    public IReadOnlyList<DnsEndPoint> Endpoints { get; init; } = [];

    /// <summary>HTTP version to speak, 1.1 or 2.0; gRPC always uses 2.0, without TLS by prior knowledge.</summary>
    public Version Version { get; init; } = HttpVersion.Version11;

    /// <summary>TLS settings; null for plain text.</summary>
    public CalloutTls? Tls { get; init; }

    /// <summary>Time to make a connection, with TLS.</summary>
    /// <value>Default 5 s, as in Envoy.</value>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections per endpoint (HTTP/1.1); further requests wait for one.</summary>
    /// <value>Default 1024, as in Envoy.</value>
    public int MaxConnections { get; init; } = 1024;

    /// <summary>
    /// A client to send with, made by <see cref="CreateClient"/>, so that its connections can be shared with whoever
    /// else calls the cluster; not disposed by the transport.
    /// </summary>
    /// <value>Default null: the transport makes one of its own.</value>
    public HttpMessageInvoker? Client { get; init; }

    /// <summary>
    /// Makes a client with these settings: it dials, does TLS and pools connections, and otherwise sends and receives
    /// what it is given, values of headers in Latin-1.
    /// </summary>
    public HttpMessageInvoker CreateClient() => ClusterClient.Create(this);
}
