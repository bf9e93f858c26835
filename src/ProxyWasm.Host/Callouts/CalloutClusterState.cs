namespace ProxyWasm.Host.Callouts;

/// <summary>Whether a cluster can be called.</summary>
public enum CalloutClusterState
{
    /// <summary>There is no such cluster; the plugin hears that at once.</summary>
    Unknown,

    /// <summary>It exists but no endpoint of it may be used now; the plugin hears that at once.</summary>
    Unavailable,

    /// <summary>It can be called, or will be as soon as it has finished warming up.</summary>
    Ready,
}
