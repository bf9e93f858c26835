namespace ProxyWasm.Sdk.Async;

/// <summary>The clock of the host in the form of the base library.</summary>
internal sealed class HostTimeProvider : TimeProvider
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    public override long TimestampFrequency => NanosecondsPerSecond;

    public override DateTimeOffset GetUtcNow() => Clock.UtcNow;

    public override long GetTimestamp() => (long)Clock.Nanoseconds;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new HostTimer(callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
