using System.Net;
using ProxyWasm.Host.Callouts.Transport;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Upstreams;

/// <summary>The clusters of a configuration as plugins can call them.</summary>
internal static class CalloutClusters
{
    public static CalloutCluster Convert(ClusterConfig cluster) => new()
    {
        Name = cluster.Name,
        Endpoints = [.. cluster.Endpoints.Select(endpoint =>
            new DnsEndPoint(endpoint.Address.Address, endpoint.Address.Port))],
        Version = cluster.Protocol == UpstreamProtocol.Http2 ? HttpVersion.Version20 : HttpVersion.Version11,
        Tls = cluster.Tls is { } tls ? new CalloutTls { ServerName = tls.Sni } : null,
        ConnectTimeout = cluster.ConnectTimeout,
    };
}
