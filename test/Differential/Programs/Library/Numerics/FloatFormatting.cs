using System.Globalization;

namespace Library.Numerics;

public static class FloatFormatting
{
    public static void Run()
    {
        foreach (var d in new[] { 0, -0.0, 1, 0.1, 1.0 / 3, 123456.789, 1e15, 1e16, 1e-5, 1e-4, 123e18, 5e-324, double.MaxValue, double.NaN, double.NegativeInfinity, 2.5, 1234567.891, 0.000123, 99999.9999 })
        {
            Out.Line($"{d} {d:R} {d:G17} {d:G3} {d:F0} {d:F3} {d:E2} {d:e} {d:N2} {d:P1} {d:C} {d:0.##} {d:#,##0.00;(neg)} {d:00000} {d:0.0e+0} {(float)d} {(float)d:G9}");
        }

        Out.Line((0.1f + 0.2f).ToString() + 1e7f + 1.17549435E-38f + float.MaxValue + 16777216f + 0.3f.ToString("R") + (0.1 + 0.2).ToString("F20") + 1.0.ToString("F30") + 123.456.ToString("'val' 0.0 \"x\"") + 0.5.ToString("%0") + (-5.0).ToString("0;minus 0;zero") + 0.0.ToString("0;minus 0;zero"));
        Out.Line(new Random(7).NextDouble().ToString("G17") + string.Join(",", Enumerable.Range(0, 20).Select(i => Math.Sqrt(i))) + 1e21.ToString("F0") + 12345.6789m.ToString("G4") + 1.23456789e-7.ToString("E10", CultureInfo.InvariantCulture));
    }
}
