namespace ProxyWasm.Sdk.Async;

/// <summary>Times as the host wants them.</summary>
internal static class Milliseconds
{
    /// <summary>Rounded up, so that nothing comes too early; within what an integer holds, and not negative.</summary>
    public static int Of(TimeSpan time)
    {
        var milliseconds = time.Ticks / TimeSpan.TicksPerMillisecond;
        milliseconds += time.Ticks % TimeSpan.TicksPerMillisecond > 0 ? 1 : 0;
        return (int)Math.Clamp(milliseconds, 0, int.MaxValue);
    }

    /// <summary>As <see cref="Of"/>, and at least one: a host may take zero for no limit.</summary>
    public static int OfTimeout(TimeSpan time) => Math.Max(Of(time), 1);
}
