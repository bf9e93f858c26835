using System.Runtime.CompilerServices;

namespace ProxyWasm.Sdk.Async;

/// <summary>Keeps an asynchronous method while it waits.</summary>
internal sealed class FilterTaskBox<TStateMachine> : FilterTaskSource
    where TStateMachine : IAsyncStateMachine
{
    private Action? _moveNext;

    public TStateMachine Machine = default!;

    public Action MoveNext => _moveNext ??= Run;

    private void Run()
    {
        var before = EnterOwner();
        Machine.MoveNext();
        Leave(before);
    }
}
