using System.Globalization;

namespace Library.Time;

public static class DateTimes
{
    public static void Run()
    {
        var d = new DateTime(2024, 2, 29, 23, 59, 58, 987, DateTimeKind.Utc);
        foreach (var f in new[] { "d", "D", "f", "F", "g", "G", "m", "o", "r", "s", "t", "T", "u", "y", "yyyy-MM-dd HH:mm:ss.fff", "dddd, MMMM d", "hh:mm tt", "yy/M/d", "HH'h'", "%d", "zzz", "%K", "FFF" }) Out.Line(f + "=" + d.ToString(f, CultureInfo.InvariantCulture));
        Out.Line(d.AddMonths(12).ToString("d") + d.AddDays(1.5).ToString("s") + d.AddTicks(1).Ticks + d.AddYears(-4).DayOfYear + d.Date.TimeOfDay + d.DayOfWeek + (d - new DateTime(2024, 1, 1)).Days + d.Subtract(TimeSpan.FromHours(1)).Hour + d.CompareTo(DateTime.MinValue));
        foreach (var s in new[] { "2024-01-15", "2024-01-15T10:20:30Z", "01/15/2024 13:45", "15 Jan 2024", "2024-01-15T10:20:30.1234567+02:00", "Mon, 15 Jan 2024 10:20:30 GMT", "nope", "2023-02-30", "10:30", "" }) Out.Line(s + ": " + DateTime.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault, out var x) + x.ToString("o") + x.Kind);
        Out.Line(DateTime.ParseExact("20240115-1020", "yyyyMMdd-HHmm", CultureInfo.InvariantCulture).ToString("o") + DateTime.TryParseExact("x", "yyyy", null, DateTimeStyles.None, out _) + DateTime.UnixEpoch.AddSeconds(1700000000).ToString("u") + new DateTime(2024, 1, 1).ToFileTimeUtc() + DateTime.FromBinary(d.ToBinary()).Equals(d));
        Out.Try("range", () => new DateTime(2024, 13, 1).ToString());
        Out.Try("exact", () => DateTime.ParseExact("2024", "MM", CultureInfo.InvariantCulture));
        Out.Line(DateTime.UtcNow.Year > 2020 && DateTime.Today.Hour == 0 && DateTime.IsLeapYear(2000) && !DateTime.IsLeapYear(1900));
        var greg = new GregorianCalendar();
        Out.Line(greg.GetDaysInYear(2024) + ISOWeek.GetWeekOfYear(d) + CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(d, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday) + CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(3));
    }
}
