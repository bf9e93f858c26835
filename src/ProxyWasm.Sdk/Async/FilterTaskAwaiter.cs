using System.Runtime.CompilerServices;

namespace ProxyWasm.Sdk.Async;

/// <summary>Waits for a <see cref="FilterTask"/>; used by the C# compiler.</summary>
public readonly struct FilterTaskAwaiter : ICriticalNotifyCompletion
{
    private readonly FilterTaskSource? _source;

    internal FilterTaskAwaiter(FilterTaskSource? source) => _source = source;

    /// <summary>Whether the task has ended.</summary>
    public bool IsCompleted => _source is not { IsCompleted: false };

    /// <summary>What runs when the task has ended.</summary>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <summary>What runs when the task has ended.</summary>
    public void UnsafeOnCompleted(Action continuation)
    {
        if (_source is null)
        {
            continuation();
        }
        else
        {
            _source.OnCompleted(continuation);
        }
    }

    /// <summary>Throws what the task has ended with.</summary>
    public void GetResult() => _source?.ThrowUnlessCompleted();
}
