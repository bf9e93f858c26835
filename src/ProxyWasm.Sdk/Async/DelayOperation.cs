namespace ProxyWasm.Sdk.Async;

/// <summary>A time that passes, to be awaited.</summary>
public sealed class DelayOperation : PendingOperation, IDueWork
{
    private readonly TimerQueue _timers;

    private readonly ulong _due;

    internal DelayOperation(TimerQueue timers, TimeSpan time)
    {
        _timers = timers;
        _due = TimerQueue.After(time);
        if (!IsCompleted)
        {
            timers.Add(this);
        }
    }

    ulong IDueWork.Due => _due;

    /// <summary>For the compiler.</summary>
    public DelayOperation GetAwaiter() => this;

    /// <summary>For the compiler.</summary>
    /// <exception cref="OperationCanceledException">The stream has ended before.</exception>
    public void GetResult() => ThrowUnlessCompleted();

    void IDueWork.Run() => Complete();

    private protected override void OnCancelled() => _timers.Remove(this);
}
