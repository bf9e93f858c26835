namespace ProxyWasm.Sdk.Async;

/// <summary>The delays of a plugin and its streams, driven by the plugin's tick.</summary>
internal sealed class TimerQueue(Plugin plugin)
{
    private const ulong NanosecondsPerMillisecond = 1_000_000;

    // Few at a time: the order does not pay.
    private readonly List<DelayOperation> _delays = [];

    /// <summary>In milliseconds; zero while nothing waits.</summary>
    public int Period { get; private set; }

    public DelayOperation Add(TimeSpan time)
    {
        // One that is begun in a tick is not due in it, or a loop around it would never leave.
        var nanoseconds = Math.Max((ulong)Milliseconds.Of(time) * NanosecondsPerMillisecond, 1);
        var delay = new DelayOperation(this, Clock.Nanoseconds + nanoseconds);
        _delays.Add(delay);
        Arm();
        return delay;
    }

    public void Remove(DelayOperation delay)
    {
        if (_delays.Remove(delay))
        {
            Arm();
        }
    }

    public void Tick()
    {
        var now = Clock.Nanoseconds;

        // One tick may end several: that which is due first goes first. Delays that begin meanwhile wait for the next.
        while (First() is { } delay && delay.Due <= now)
        {
            _delays.Remove(delay);
            delay.Complete();
        }

        Arm();
    }

    private DelayOperation? First()
    {
        DelayOperation? first = null;
        foreach (var delay in _delays)
        {
            first = first is null || delay.Due < first.Due ? delay : first;
        }

        return first;
    }

    private void Arm()
    {
        var period = 0;
        if (First() is { Due: var next })
        {
            var now = Clock.Nanoseconds;
            period = next <= now ? 1 : (int)((next - now + NanosecondsPerMillisecond - 1) / NanosecondsPerMillisecond);
        }

        if (period != Period)
        {
            Period = period;
            plugin.ApplyTickPeriod();
        }
    }
}
