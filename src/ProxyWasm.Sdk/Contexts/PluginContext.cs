using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Contexts;

/// <summary>What the host knows under a number: a plugin, an HTTP stream or a TCP connection.</summary>
public abstract class PluginContext
{
    private PendingOperation? _pending;
    private EndOfContext? _end;
    private PluginContext? _even;
    private PluginContext? _odd;

    /// <summary>The number; positive.</summary>
    public int ContextId { get; internal set; }

    /// <summary>
    /// Is cancelled when the stream, or the plugin, ends: for code that awaits more than the SDK offers.
    /// </summary>
    /// <remarks>Awaits of the SDK need none: they end with their stream.</remarks>
    public CancellationToken Ended
    {
        get
        {
            if (IsEnded)
            {
                return new CancellationToken(canceled: true);
            }

            _end ??= new EndOfContext(this);
            return _end.Token;
        }
    }

    /// <summary>For the table of contexts: those below, by the next bit of their number.</summary>
    internal ref PluginContext? Even => ref _even;

    /// <inheritdoc cref="Even"/>
    internal ref PluginContext? Odd => ref _odd;

    internal PluginInstance Instance { get; set; } = null!;

    /// <summary>The host has let go of it: nothing can be asked or told any more.</summary>
    internal bool IsEnded { get; private set; }

    /// <summary>Operations that somebody waits for end with their context.</summary>
    internal void Attach(PendingOperation operation)
    {
        operation.Next = _pending;
        _pending = operation;
    }

    internal void Detach(PendingOperation operation)
    {
        if (_pending == operation)
        {
            _pending = operation.Next;
            return;
        }

        for (var before = _pending; before is not null; before = before.Next)
        {
            if (before.Next == operation)
            {
                before.Next = operation.Next;
                return;
            }
        }
    }

    internal void End()
    {
        IsEnded = true;
        while (_pending is { } operation)
        {
            _pending = operation.Next;
            operation.Cancel();
        }
    }
}
