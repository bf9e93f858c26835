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

    public void OnCompleted(Action continuation)
    {
        if (IsCompleted)
        {
            continuation();
        }
        else
        {
            _continuation = continuation;
        }
    }

    public void ThrowOnError()
    {
        if (Error is { } error)
        {
            ExceptionDispatchInfo.Throw(error);
        }
    }
}
