using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Local time is universal time, and there is no other zone.</summary>
internal static class TimeZones
{
    /// <summary>For reading and writing of dates, which asks for its offset alone.</summary>
    [Replaces("System.TimeZoneInfo", "get_Local")]
    public static TimeZoneInfo Local() => Create("UTC", TimeSpan.Zero, "UTC", "UTC", null, null, false, false);

    [Replaces("System.TimeZoneInfo", "ValidateTimeZoneInfo")]
    public static void Validate(string id, TimeSpan offset, object rules, out bool haveDaylight) =>
        haveDaylight = false;

    [Replaces("System.TimeZoneInfo", "GetUtcOffset")]
    public static TimeSpan Offset(object zone, DateTime time, int options) => TimeSpan.Zero;

    [Replaces("System.TimeZoneInfo", "GetUtcOffset")]
    public static TimeSpan Offset(object zone, DateTime time) => TimeSpan.Zero;

    [Replaces("System.TimeZoneInfo", "GetUtcOffsetFromUtc")]
    public static TimeSpan OffsetFromUtc(DateTime time, object zone, out bool isDaylight, out bool isAmbiguous)
    {
        isDaylight = false;
        isAmbiguous = false;
        return TimeSpan.Zero;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern TimeZoneInfo Create(
        string id, TimeSpan offset, string? name, string? standardName, string? daylightName,
        TimeZoneInfo.AdjustmentRule[]? rules, bool withoutDaylight, bool hasIanaId);

    [Replaces("System.TimeZoneInfo", "GetLocalUtcOffset")]
    public static TimeSpan LocalOffset(DateTime time, int options) => TimeSpan.Zero;

    [Replaces("System.TimeZoneInfo", "GetDateTimeNowUtcOffsetFromUtc")]
    public static TimeSpan OffsetFromUtc(DateTime time, out bool isAmbiguous)
    {
        isAmbiguous = false;
        return TimeSpan.Zero;
    }
}
