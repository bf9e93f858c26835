using System.Threading.Tasks.Sources;

namespace ProxyWasm.Host.Scheduling;

/// <summary>A place in the line of a worker. Reused: it goes back to its worker when the wait is over.</summary>
internal sealed class WorkerTicket(Worker worker) : IValueTaskSource, IThreadPoolWorkItem
{
    private ManualResetValueTaskSourceCore<bool> _core;

    public ValueTask AsValueTask() => new(this, _core.Version);

    /// <summary>Runs on a pool thread that now owns the worker; the continuation of the waiter runs inline.</summary>
    public void Execute() => _core.SetResult(true);

    void IValueTaskSource.GetResult(short token)
    {
        _core.GetResult(token);
        _core.Reset();
        worker.Return(this);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags) => _core.OnCompleted(continuation, state, token, flags);
}
