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
        var nanoseconds = (ulong)Milliseconds.Of(time) * NanosecondsPerMillisecond;
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
        foreach (var delay in _delays.ToArray())
        {
            if (delay.Due <= now && _delays.Remove(delay))
            {
                delay.Complete();
            }
        }

        Arm();
    }

    private void Arm()
    {
        var period = 0;
        if (_delays.Count > 0)
        {
            var now = Clock.Nanoseconds;
            var next = ulong.MaxValue;
            foreach (var delay in _delays)
            {
                next = Math.Min(next, delay.Due);
            }

            period = next <= now ? 1 : (int)((next - now + NanosecondsPerMillisecond - 1) / NanosecondsPerMillisecond);
        }

        if (period != Period)
        {
            Period = period;
            plugin.ApplyTickPeriod();
        }
    }
}
