namespace ProxyWasm.Sdk.Async;

/// <summary>Times as the host wants them.</summary>
internal static class Milliseconds
{
    /// <summary>Rounded up, so that nothing comes too early; at most what an integer holds.</summary>
    public static int Of(TimeSpan time) => (int)Math.Min(
        (time.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, int.MaxValue);
}
