namespace ProxyWasm.Testing.Running;

/// <summary>
/// A clock that stands still until it is moved on. Timers fire one after the other, each at its time.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    // Some guests' runtimes take a monotonic clock that stands at zero for one that does not work.
    private const long FirstTimestamp = TimeSpan.TicksPerSecond;

    private readonly Lock _gate = new();
    private readonly List<VirtualTimer> _timers = [];
    private readonly DateTimeOffset _start;
    private DateTimeOffset _now;

    public VirtualClock(DateTimeOffset start) => _start = _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => FirstTimestamp + (GetUtcNow() - _start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on.</summary>
    /// <param name="time">How far; not negative.</param>
    /// <param name="settle">Runs what a timer has set off, before the next one fires.</param>
    public void Advance(TimeSpan time, Action settle)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var target = GetUtcNow() + time;
        while (TakeDue(target) is { } timer)
        {
            timer.Fire();
            settle();
        }

        lock (_gate)
        {
            _now = target;
        }
    }

    internal void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _now + dueTime;
                _timers.Add(timer);
            }
        }
    }

    // The earliest timer; of several at one time the one that was set first.
    private VirtualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            if (_timers.MinBy(static timer => timer.Due) is not { } next || next.Due > target)
            {
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            _timers.Remove(next);
            return next;
        }
    }
}
