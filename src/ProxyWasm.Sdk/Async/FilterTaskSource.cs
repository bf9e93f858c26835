using System.Runtime.ExceptionServices;

namespace ProxyWasm.Sdk.Async;

/// <summary>How a <see cref="FilterTask"/> ends, and what runs then.</summary>
internal class FilterTaskSource
{
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

    public void ThrowOnError()
    {
        if (Error is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }
    }
}
