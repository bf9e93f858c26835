namespace ProxyWasm.Sdk.Contexts;

/// <summary>A stream of a plugin: an HTTP exchange or a TCP connection.</summary>
public abstract class StreamContext : PluginContext
{
    internal Plugin Owner { get; set; } = null!;

    /// <summary>The stream has ended; its last chance to look at it, for access logs and metrics.</summary>
    protected internal virtual void OnLog()
    {
    }
}
