using ProxyWasm.Abi;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Contexts;

/// <summary>
/// What a guest knows by a context id: the machine itself, a plugin (root) or a stream. The members are the things host
/// functions can reach through it; a context that has no such thing answers as the ABI says for it.
/// </summary>
internal abstract class Context(Vm vm)
{
    public Vm Vm { get; } = vm;

    /// <summary>Set by <see cref="ContextTable.Add"/>.</summary>
    public int Id { get; set; }

    /// <summary>Whether the guest may still name this context.</summary>
    public bool IsLive { get; set; }

    /// <summary>Whether callbacks run on the budget of callbacks and not on that of start-up.</summary>
    public virtual bool IsStarted { get; set; }

    /// <summary>The plugin's root context; null for context 0.</summary>
    public abstract RootContext? Root { get; }

    /// <summary>Whether <c>on_log</c> runs: maps can be read, not written, and a missing map is NotFound.</summary>
    public virtual bool IsLogging => false;

    /// <summary>Called when the plugin cannot be called any more, because it has failed or ended.</summary>
    public virtual void LoseRoot()
    {
    }

    /// <summary>The map for reading, or null when it is not bound now.</summary>
    public virtual HeaderMap? FindMap(MapType type) => null;

    /// <summary>The map for writing, or null when it is not bound now; may create trailers.</summary>
    public virtual HeaderMap? FindWritableMap(MapType type) => null;

    /// <summary>Reads a buffer; <see cref="Status.NotFound"/> when the context has none of this kind now.</summary>
    public virtual Status ReadBuffer(BufferType type, out ReadOnlyMemory<byte> bytes)
    {
        bytes = type == BufferType.VmConfiguration ? Vm.Definition.VmConfiguration : default;
        return type is BufferType.PluginConfiguration or BufferType.HttpCallResponseBody ? Status.NotFound : Status.Ok;
    }

    /// <summary>The buffer for writing, or null when it is read-only or not bound now.</summary>
    public virtual BodyBuffer? FindWritableBuffer(BufferType type) => null;

    /// <summary>Whether the bytes of an upstream can be resumed; Envoy has not implemented it for HTTP.</summary>
    public virtual bool CanContinueUpstream => false;

    /// <summary>Runs after the guest call in which the plugin asked for it.</summary>
    public virtual void ContinueStream(StreamType stream)
    {
    }

    /// <summary>Runs after the guest call in which the plugin asked for it.</summary>
    public virtual void CloseStream(StreamType stream)
    {
    }

    /// <summary>Runs after the guest call in which the plugin asked for it.</summary>
    public virtual void SendLocalResponse(LocalResponse response)
    {
    }

    /// <summary>Runs after the guest call in which the plugin asked for it.</summary>
    public virtual void End()
    {
    }

    /// <summary>Called inside the host function: the callback's return value no longer matters.</summary>
    public virtual void AnnounceLocalResponse()
    {
    }

    /// <summary>Writes a property's value to <paramref name="value"/>.</summary>
    public virtual Status ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value) =>
        PluginProperties.Read(this, path, value);

    /// <summary>Stores a property of the stream.</summary>
    public virtual Status WriteProperty(ReadOnlySpan<byte> path, ReadOnlySpan<byte> value) => Status.NotFound;

    /// <summary>Sets an object of the proxy that influences the stream.</summary>
    public virtual Status SetFilterState(string name, ReadOnlySpan<byte> value) => Status.NotFound;

    /// <summary>Called when the guest has changed request headers: the route may be another one.</summary>
    public virtual void ClearRouteCache()
    {
    }
}
