namespace ProxyWasm.Sdk.Async;

/// <summary>A time that passes, to be awaited.</summary>
public sealed class DelayOperation : PendingOperation
{
    private readonly TimerQueue _timers;

    internal DelayOperation(TimerQueue timers, ulong due)
    {
        _timers = timers;
        Due = due;
    }

    /// <summary>When it is over, in nanoseconds since 1970.</summary>
    internal ulong Due { get; }

    /// <summary>For the compiler.</summary>
    public DelayOperation GetAwaiter() => this;

    /// <summary>For the compiler.</summary>
    /// <exception cref="OperationCanceledException">The stream has ended before.</exception>
    public void GetResult() => ThrowUnlessCompleted();

    private protected override void OnCancelled() => _timers.Remove(this);
}
