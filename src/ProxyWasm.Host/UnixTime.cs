namespace ProxyWasm.Host;

/// <summary>Unix time in nanoseconds, the unit of the ABI.</summary>
internal static class UnixTime
{
    public static ulong Nanoseconds(TimeProvider time) => (ulong)Nanoseconds(time.GetUtcNow());

    public static long Nanoseconds(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * TimeSpan.NanosecondsPerTick;
}
