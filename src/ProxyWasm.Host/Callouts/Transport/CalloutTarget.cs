using System.Net;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>Endpoints of a cluster and the connections to them. Thread-safe.</summary>
internal sealed class CalloutTarget(ClusterConnections connections, IReadOnlyList<DnsEndPoint> endpoints)
{
    private uint _next = uint.MaxValue;

    public ClusterConnections Connections { get; } = connections;

    public bool IsEmpty => endpoints.Count == 0;

    /// <summary>The endpoints in turn.</summary>
    public DnsEndPoint Next() => endpoints[(int)(Interlocked.Increment(ref _next) % (uint)endpoints.Count)];
}
