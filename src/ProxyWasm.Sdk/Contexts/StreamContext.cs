using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;

namespace ProxyWasm.Sdk.Contexts;

/// <summary>A stream of a plugin: an HTTP exchange or a TCP connection.</summary>
public abstract class StreamContext : PluginContext
{
    internal Plugin Owner { get; set; } = null!;

    /// <summary>The plugin has answered or closed: until that has passed nothing else does.</summary>
    internal bool IsStopped { get; private protected set; }

    /// <summary>Whether the filter has answered by itself.</summary>
    internal bool IsAnswered { get; private protected set; }

    /// <summary>The stream has ended; its last chance to look at it, for access logs and metrics.</summary>
    protected internal virtual void OnLog()
    {
    }

    /// <summary>Calls the method that looks at an event and may wait.</summary>
    internal abstract FilterTask Handle(StreamType direction, StreamEvent what, bool isEndOfStream);

    /// <summary>An exception has left a method.</summary>
    internal abstract void Fail(ReadOnlySpan<byte> where, Exception exception);
}
