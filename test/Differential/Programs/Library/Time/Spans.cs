namespace Library.Time;

public static class Spans
{
    public static void Run()
    {
        var t = new TimeSpan(1, 2, 3, 4, 567);
        Out.Line(t + " " + t.ToString("g") + t.ToString("G") + t.ToString(@"hh\:mm\:ss\.ff") + t.ToString("%d") + t.TotalHours + t.Ticks + t.Negate() + t.Duration() + (t * 2) + (t / 2) + (t / TimeSpan.FromHours(1)));
        foreach (var s in new[] { "1:2:3", "5", "1.02:03:04.5", "-00:00:01", "25:00", "x", "0:0:60" }) Out.Line(s + ": " + TimeSpan.TryParse(s, out var x) + x);
        Out.Line(TimeSpan.FromDays(1.5) + TimeSpan.FromMilliseconds(1500).ToString() + TimeSpan.FromTicks(5) + TimeSpan.FromMinutes(3, 30) + TimeSpan.Zero + TimeSpan.MaxValue + (TimeSpan.FromHours(1) > TimeSpan.FromMinutes(59)) + t.Days + t.Milliseconds + t.CompareTo(TimeSpan.Zero));
        Out.Try("overflow", () => TimeSpan.FromDays(1e9));
        Out.Line(TimeSpan.ParseExact("05:06", @"mm\:ss", null) + " " + TimeSpan.FromSeconds(0.1234567).TotalMicroseconds);
    }
}
