using System.Globalization;

public static class Dates
{
    public static void Run()
    {
        var d = new DateTime(2024, 2, 29, 13, 5, 7, DateTimeKind.Utc);
        Out.Line(d.AddYears(1).ToString("yyyy-MM-dd") + d.ToString("o") + d.DayOfWeek + d.DayOfYear + d.AddDays(1).Month + d.Ticks);
        Out.Line(d.ToString("R", CultureInfo.InvariantCulture) + "|" + d.ToString("ddd, dd MMM yyyy HH':'mm", CultureInfo.InvariantCulture) + "|" + d.ToString(CultureInfo.InvariantCulture));
        Out.Line(TimeSpan.FromMinutes(90.5).ToString() + TimeSpan.FromSeconds(1.25).TotalMilliseconds + new TimeSpan(1, 2, 3, 4, 5).ToString("g", CultureInfo.InvariantCulture));
        Out.Line((new DateTime(2024, 3, 1) - new DateTime(2024, 2, 1)).TotalDays + " " + DateTime.IsLeapYear(2024) + DateTime.DaysInMonth(2023, 2));
        var o = new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2));
        Out.Line(o.ToString("o") + o.ToUniversalTime().Hour + o.ToUnixTimeSeconds() + DateTimeOffset.FromUnixTimeSeconds(1700000000).ToString("u"));
        Out.Line(DateTime.ParseExact("2023-11-05", "yyyy-MM-dd", CultureInfo.InvariantCulture).Day + DateTimeOffset.Parse("2024-01-02T03:04:05Z", CultureInfo.InvariantCulture).Minute);
        Out.Line(DateTime.TryParse("garbage", CultureInfo.InvariantCulture, out _) + " " + new DateOnly(2024, 1, 31).AddMonths(1).ToString("yyyy-MM-dd") + new TimeOnly(23, 59).AddMinutes(2).ToString("HH:mm"));
        Out.Line(DateTime.UnixEpoch.AddSeconds(1e9).ToString("s") + d.CompareTo(DateTime.UnixEpoch));
    }
}
