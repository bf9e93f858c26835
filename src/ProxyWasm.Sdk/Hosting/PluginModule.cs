namespace ProxyWasm.Sdk.Hosting;

/// <summary>Makes the plugins of an assembly; its only implementation in an assembly is generated.</summary>
public abstract class PluginModule
{
    /// <summary>
    /// Whether the assembly has more than one plugin, so that the host has to be asked which it wants.
    /// </summary>
    public virtual bool HasSeveral => false;

    /// <summary>The plugin with a root id, or the one without when there is no such.</summary>
    /// <returns>A new plugin, or null when there is neither.</returns>
    public abstract Plugin? Create(ReadOnlySpan<byte> rootId);
}
