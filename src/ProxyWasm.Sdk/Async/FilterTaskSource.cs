using System.Runtime.ExceptionServices;
using ProxyWasm.Sdk.Contexts;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Async;

/// <summary>How a <see cref="FilterTask"/> ends, and what runs then.</summary>
internal class FilterTaskSource
{
    // Who waits. A task of the base library ends in the context of whoever ends it, another stream perhaps.
    private readonly PluginContext? _owner = PluginInstance.Current.Active;
    private Action? _continuation;

    public bool IsCompleted { get; private set; }

    public Exception? Error { get; private set; }

    public void Complete(Exception? error)
    {
        Error = error;
        IsCompleted = true;
        _continuation?.Invoke();
    }

    /// <exception cref="InvalidOperationException">Somebody waits already, and only one can.</exception>
    public void OnCompleted(Action continuation)
    {
        if (IsCompleted)
        {
            continuation();
            return;
        }

        if (_continuation is not null)
        {
            throw new InvalidOperationException("A task can be awaited once; a Signal wakes all who wait for it.");
        }

        _continuation = continuation;
    }

    /// <summary>
    /// Before code of the method runs on: host functions act upon what they did when it began to wait.
    /// </summary>
    protected PluginContext? EnterOwner() => _owner?.Instance.Switch(_owner);

    protected void Leave(PluginContext? before) => _owner?.Instance.Switch(before);

    public void ThrowUnlessCompleted()
    {
        if (!IsCompleted)
        {
            throw new InvalidOperationException("The task has not ended; use await.");
        }

        if (Error is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }
    }
}
