using System.Globalization;

namespace Library.Time;

public static class DateParsing
{
    public static void Run()
    {
        var c = CultureInfo.InvariantCulture;
        foreach (var s in new[] { "2024-02-29", "2023-02-29", "02/29/2024", "2024-02-29T13:14:15Z", "2024-02-29 13:14:15.1234567", "2024-02-29T13:14:15+02:00", "Thu, 29 Feb 2024 13:14:15 GMT", "29 Feb 2024", "February 2024", "13:14", "1:02 PM", "", "x", "2024-13-01", "0001-01-01", "9999-12-31T23:59:59.9999999" })
        {
            Out.Line(s + ": " + (DateTime.TryParse(s, c, DateTimeStyles.RoundtripKind | DateTimeStyles.NoCurrentDateDefault, out var d) ? d.ToString("O", c) + d.Kind : "no") + " " + (DateTimeOffset.TryParse(s, c, DateTimeStyles.AssumeUniversal, out var o) && s.Contains("2024") ? o.ToString("O", c) : "no") + (DateOnly.TryParse(s, c, out var y) ? y.ToString("O", c) : "no") + (TimeOnly.TryParse(s, c, out var t) ? t.ToString("O", c) : "no"));
        }

        foreach (var (s, f) in new[] { ("20240229", "yyyyMMdd"), ("29.02.24 7:05", "dd.MM.yy H:mm"), ("2024/2/9", "yyyy/M/d"), ("12:30 AM", "hh:mm tt"), ("2024-060", "yyyy-ddd"), ("15.25", "ss.ff"), ("2024-02-29T01:02:03-05:30", "yyyy-MM-ddTHH:mm:sszzz") })
        {
            Out.Line(f + ": " + (DateTime.TryParseExact(s, f, c, DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault, out var d) ? d.ToString("O", c) : "no"));
        }

        var x = new DateTime(2024, 2, 29, 17, 4, 5, 67, DateTimeKind.Utc).AddTicks(8);
        foreach (var f in "dDfFgGmMoOrRstTuUyY") Out.Line(f + " " + x.ToString(f.ToString(), c));
        foreach (var f in new[] { "yy y yyyyy", "MMM MMMM M", "ddd dddd %d", "hh h HH %H", "tt t", "fff fffffff FFF", "'quoted' \\y \"two\"", "gg zzz K", "dd/MM:ss" }) Out.Line(x.ToString(f, c));
        Out.Try("format", () => DateTime.ParseExact("x", "yyyy", c));
        Out.Try("range", () => DateTime.MaxValue.AddDays(1));
        foreach (var s in new[] { "1:2:3", "1.02:03:04.5", "-0:00:01", "25:00", "P1D", "10", "" }) Out.Line(TimeSpan.TryParse(s, c, out var t) + " " + t);
        Out.Line(TimeSpan.FromSeconds(-3723.5).ToString("g", c) + " " + TimeSpan.FromDays(1.5).ToString("G", c) + " " + TimeSpan.FromMinutes(90).ToString(@"hh\:mm", c) + TimeSpan.ParseExact("07:08", @"mm\:ss", c));
    }
}
