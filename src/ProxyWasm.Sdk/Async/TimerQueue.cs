namespace ProxyWasm.Sdk.Async;

/// <summary>The delays and timers of a plugin and its streams, driven by the plugin's tick.</summary>
internal sealed class TimerQueue(Plugin plugin)
{
    private const ulong NanosecondsPerMillisecond = 1_000_000;

    // Few at a time: the order does not pay.
    private readonly List<IDueWork> _waiting = [];

    /// <summary>In milliseconds; zero while nothing waits.</summary>
    public int Period { get; private set; }

    /// <summary>When a time from now has passed.</summary>
    public static ulong After(TimeSpan time)
    {
        // What is begun in a tick is not due in it, or a loop around it would never leave.
        return Clock.Nanoseconds + Math.Max((ulong)Milliseconds.Of(time) * NanosecondsPerMillisecond, 1);
    }

    public void Add(IDueWork work)
    {
        _waiting.Add(work);
        Arm();
    }

    public void Remove(IDueWork work)
    {
        if (_waiting.Remove(work))
        {
            Arm();
        }
    }

    public void Tick()
    {
        var now = Clock.Nanoseconds;

        // One tick may end several: that which is due first goes first. What begins meanwhile waits for the next.
        while (First() is { } work && work.Due <= now)
        {
            _waiting.Remove(work);
            work.Run();
        }

        Arm();
    }

    private IDueWork? First()
    {
        IDueWork? first = null;
        foreach (var work in _waiting)
        {
            first = first is null || work.Due < first.Due ? work : first;
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
