using System.Net;
using ProxyWasm.AspNetCore;

namespace Wildgate.Gateway.Upstreams;

/// <summary>Where the bytes of one connection go, as plugins read it.</summary>
internal sealed class TcpRoute(string cluster) : IRouteFeature
{
    public string? RouteName => null;

    public string? VirtualHostName => null;

    public string? ClusterName => cluster;

    public IPEndPoint? Upstream { get; set; }

    public IPEndPoint? UpstreamLocal { get; set; }

    public void ClearRouteCache()
    {
        // A connection has one way only, and it is known from the beginning.
    }
}
