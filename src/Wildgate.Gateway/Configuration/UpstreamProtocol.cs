namespace Wildgate.Gateway.Configuration;

/// <summary>The HTTP version spoken to a cluster.</summary>
public enum UpstreamProtocol
{
    /// <summary>HTTP/1.1.</summary>
    Http1,

    /// <summary>HTTP/2, with prior knowledge when the cluster has no TLS.</summary>
    Http2,
}
