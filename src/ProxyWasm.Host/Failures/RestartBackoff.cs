namespace ProxyWasm.Host.Failures;

/// <summary>
/// When a failed virtual machine may start again: at once after a long healthy time, then with growing, jittered
/// pauses, so that a plugin that crashes in a loop does not take the CPU of others.
/// </summary>
internal sealed class RestartBackoff(TimeProvider time, ReloadBackoff intervals)
{
    private long _lastStart = time.GetTimestamp();
    private int _failures;

    /// <summary>Notes a start.</summary>
    public void Started() => _lastStart = time.GetTimestamp();

    /// <summary>How long to wait after a failure.</summary>
    public TimeSpan Next()
    {
        if (time.GetElapsedTime(_lastStart) > intervals.Max)
        {
            _failures = 0;
        }

        if (_failures++ == 0)
        {
            return TimeSpan.Zero;
        }

        var exponent = Math.Min(_failures - 2, 16);
        var bound = Math.Min(intervals.Base.TotalMilliseconds * (1 << exponent), intervals.Max.TotalMilliseconds);

        // Spread machines that failed together; never less than half of the bound.
        return TimeSpan.FromMilliseconds(bound * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
