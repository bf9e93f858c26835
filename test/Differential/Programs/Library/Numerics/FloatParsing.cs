using System.Globalization;

namespace Library.Numerics;

public static class FloatParsing
{
    public static void Run()
    {
        foreach (var s in new[] { "0", "-0", "1.5", ".5", "5.", "1e10", "1E-5", "-1.7976931348623157E+308", "1e400", "4.9e-324", "2e-324", "NaN", "Infinity", "-∞", "1,234.5", " 7 ", "1e", "abc", "0.1", "123456789012345678901234567890", "2.2250738585072014E-308", "9007199254740993", "0.000000000000000000000000000000000000000000000000000000000000001", "1.00000000000000011102230246251565" })
        {
            Out.Line(s + ": " + double.TryParse(s, CultureInfo.InvariantCulture, out var d) + d + float.TryParse(s, out var f) + f + decimal.TryParse(s, out var m) + m + decimal.TryParse(s, NumberStyles.Float, null, out m) + m);
        }

        Out.Try("bad", () => double.Parse("1.2.3"));
        Out.Try("decimal", () => decimal.Parse("79228162514264337593543950336"));
        Out.Line("" + double.Parse("2.5"u8, CultureInfo.InvariantCulture) + Half.Parse("3.14159") + "");
    }
}
