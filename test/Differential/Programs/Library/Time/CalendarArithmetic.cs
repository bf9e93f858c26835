namespace Library.Time;

public static class CalendarArithmetic
{
    public static void Run()
    {
        var d = new DateTime(2024, 1, 31);
        for (var i = -3; i < 4; i++) Out.Line(d.AddMonths(i).ToString("yyyy-MM-dd") + " " + d.AddYears(i).ToString("yyyy-MM-dd") + d.AddDays(i * 29.5).ToString("s") + d.AddDays(i).DayOfWeek + d.AddDays(i * 60).DayOfYear);
        Out.Line(DateTime.IsLeapYear(1900) + " " + DateTime.IsLeapYear(2000) + DateTime.DaysInMonth(2023, 2) + (new DateTime(2024, 3, 1) - d).TotalDays + (d.Date == d) + d.Ticks + d.ToBinary() + DateTime.UnixEpoch.Ticks);
        var o = new DateTimeOffset(d, TimeSpan.FromHours(-7.5));
        Out.Line(o.ToString("O") + o.UtcDateTime.ToString("O") + o.ToOffset(TimeSpan.FromHours(3)).ToString("O") + o.ToUnixTimeSeconds() + DateTimeOffset.FromUnixTimeMilliseconds(-1).ToString("O") + (o == o.ToUniversalTime()) + o.EqualsExact(o.ToUniversalTime()) + o.CompareTo(DateTimeOffset.MinValue));
        var a = new DateOnly(2024, 2, 28);
        Out.Line(a.AddDays(2).ToString("O") + a.DayNumber + a.ToDateTime(new TimeOnly(3, 4)).ToString("s") + DateOnly.FromDayNumber(5).ToString("O") + DateOnly.FromDateTime(d).ToString("yyyy") + (a < a.AddMonths(1)));
        var t = new TimeOnly(23, 59, 59, 999);
        Out.Line(t.Add(TimeSpan.FromMinutes(2), out var wrapped).ToString("O") + wrapped + t.IsBetween(new(22, 0), new(1, 0)) + (t - new TimeOnly(1, 0)) + t.ToTimeSpan() + TimeOnly.FromTimeSpan(TimeSpan.FromHours(5)).ToString("t"));
        var s = new TimeSpan(1, 2, 3, 4, 5);
        Out.Line(s + " " + s * 1.5 + s / 2 + s / TimeSpan.FromHours(1) + s.Negate() + s.Duration() + TimeSpan.FromTicks(long.MinValue + 1) + s.TotalMilliseconds + TimeSpan.FromHours(1, 2, 3).TotalSeconds + TimeSpan.Compare(s, TimeSpan.Zero));
        Out.Try("overflow", () => TimeSpan.MaxValue.Add(TimeSpan.FromTicks(1)));
        Out.Try("offset", () => new DateTimeOffset(d, TimeSpan.FromHours(15)));
        Out.Line(System.Globalization.ISOWeek.GetWeekOfYear(d) + " " + System.Globalization.ISOWeek.ToDateTime(2020, 53, DayOfWeek.Monday).ToString("s") + new System.Globalization.GregorianCalendar().GetWeekOfYear(d, System.Globalization.CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday));
    }
}
