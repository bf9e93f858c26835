namespace Library.Time;

public static class Offsets
{
    public static void Run()
    {
        var d = new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.FromHours(2));
        Out.Line(d + " " + d.ToString("o") + d.UtcDateTime.ToString("s") + d.ToUnixTimeSeconds() + d.ToOffset(TimeSpan.FromHours(-5)) + d.Offset + d.ToString("r") + d.EqualsExact(d.ToUniversalTime()) + d.Equals(d.ToUniversalTime()));
        Out.Line(DateTimeOffset.FromUnixTimeMilliseconds(1700000000123).ToString("o") + DateTimeOffset.Parse("2024-01-01T00:00:00+05:30").UtcTicks + (d - DateTimeOffset.UnixEpoch).TotalDays + d.AddMonths(1).Month + DateTimeOffset.TryParse("bad", out _));
        var o = new DateOnly(2024, 3, 31);
        Out.Line(o + " " + o.AddMonths(1).ToString("o") + o.DayNumber + o.DayOfWeek + DateOnly.Parse("2024-12-25").DayOfYear + o.ToDateTime(new TimeOnly(5, 6)).ToString("s") + DateOnly.FromDateTime(new DateTime(2020, 1, 1)));
        var t = new TimeOnly(23, 30);
        Out.Line(t.AddHours(2) + " " + t.ToString("HH:mm:ss") + t.IsBetween(new(22, 0), new(1, 0)) + (t - new TimeOnly(1, 0)) + TimeOnly.ParseExact("07:08", "HH:mm") + t.ToTimeSpan());
    }
}
