using System.Runtime.CompilerServices;

namespace ProxyWasm.Sdk.Async;

/// <summary>Waits for a <see cref="FilterTask{T}"/>; used by the C# compiler.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
public readonly struct FilterTaskAwaiter<T> : ICriticalNotifyCompletion
{
    private readonly FilterTaskSource<T> _source;

    internal FilterTaskAwaiter(FilterTaskSource<T> source) => _source = source;

    /// <summary>Whether the task has ended.</summary>
    public bool IsCompleted => _source.IsCompleted;

    /// <summary>What runs when the task has ended.</summary>
    public void OnCompleted(Action continuation) => _source.OnCompleted(continuation);

    /// <summary>What runs when the task has ended.</summary>
    public void UnsafeOnCompleted(Action continuation) => _source.OnCompleted(continuation);

    /// <summary>The result, or what the task has ended with.</summary>
    public T GetResult()
    {
        _source.ThrowUnlessCompleted();
        return _source.Result;
    }
}
