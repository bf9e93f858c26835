using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ProxyWasm.Sdk.Async;

/// <summary>Builds a <see cref="FilterTask{T}"/>; used by the C# compiler.</summary>
/// <typeparam name="T">Type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Performance", "CA1822", Justification = "The C# compiler calls instance methods.")]
[SuppressMessage("Design", "CA1000", Justification = "The C# compiler calls a static method of the type.")]
public struct FilterTaskMethodBuilder<T>
{
    private FilterTaskSource<T>? _source;

    /// <summary>The task that the method returns.</summary>
    public FilterTask<T> Task => new(_source ??= new FilterTaskSource<T>());

    /// <summary>A builder for one call of a method.</summary>
    public static FilterTaskMethodBuilder<T> Create() => default;

    /// <summary>Runs the method up to its first wait.</summary>
    public readonly void Start<TStateMachine>(ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine => machine.MoveNext();

    /// <summary>Not needed: the machine is in a box of ours.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine machine)
    {
    }

    /// <summary>The method has ended.</summary>
    public void SetResult(T result)
    {
        _source ??= new FilterTaskSource<T>();
        _source.Result = result;
        _source.Complete(null);
    }

    /// <summary>The method has ended with an exception.</summary>
    public void SetException(Exception exception) => (_source ??= new FilterTaskSource<T>()).Complete(exception);

    /// <summary>The method waits.</summary>
    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.OnCompleted(Box(ref machine).MoveNext);

    /// <summary>The method waits.</summary>
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.UnsafeOnCompleted(Box(ref machine).MoveNext);

    private FilterTaskBox<TStateMachine, T> Box<TStateMachine>(ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine
    {
        if (_source is FilterTaskBox<TStateMachine, T> known)
        {
            return known;
        }

        // This builder is a part of the machine: the copy in the box must know the box.
        var box = new FilterTaskBox<TStateMachine, T>();
        _source = box;
        box.Machine = machine;
        return box;
    }
}
