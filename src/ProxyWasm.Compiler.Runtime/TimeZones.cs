namespace ProxyWasm.Compiler.Runtime;

/// <summary>Local time is universal time.</summary>
internal static class TimeZones
{
    [Replaces("System.TimeZoneInfo", "GetLocalUtcOffset")]
    public static TimeSpan LocalOffset(DateTime time, int options) => TimeSpan.Zero;

    [Replaces("System.TimeZoneInfo", "GetDateTimeNowUtcOffsetFromUtc")]
    public static TimeSpan OffsetFromUtc(DateTime time, out bool isAmbiguous)
    {
        isAmbiguous = false;
        return TimeSpan.Zero;
    }
}
