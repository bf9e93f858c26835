namespace Wildgate.Gateway.Configuration;

/// <summary>How a cluster finds its endpoints (<c>type</c>).</summary>
public enum ClusterDiscovery
{
    /// <summary>The endpoints are IP addresses.</summary>
    Static,

    /// <summary>Each host name stands for all addresses it resolves to.</summary>
    StrictDns,

    /// <summary>One host name, of which a new connection takes the first address it resolves to.</summary>
    LogicalDns,
}
