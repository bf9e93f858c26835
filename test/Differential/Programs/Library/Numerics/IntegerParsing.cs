using System.Globalization;

namespace Library.Numerics;

public static class IntegerParsing
{
    public static void Run()
    {
        foreach (var s in new[] { "0", "-0", "+5", " 42 ", "1,234", "7F", "0x1F", "99999999999", "-2147483648", "2147483648", "", " ", "1.0", "1e3", "(5)", "--1", "٣", "5\0" })
        {
            Out.Line(s + ": " + int.TryParse(s, out var i) + i + long.TryParse(s, out var l) + l + uint.TryParse(s, out var u) + u + int.TryParse(s, NumberStyles.Any, null, out var a) + a + int.TryParse(s, NumberStyles.HexNumber, null, out var h) + h + byte.TryParse(s, out var b) + b + short.TryParse(s, out var t) + t);
        }

        Out.Line("" + int.Parse("101", NumberStyles.BinaryNumber) + int.Parse("12"u8) + int.Parse("34".AsSpan()) + ulong.Parse("18446744073709551615") + sbyte.Parse("-128") + long.Parse("-9,223,372,036,854,775,808", NumberStyles.Number));
        foreach (var s in new[] { "abc", "", "300", null, "-1" }) Out.Try("byte " + s, () => byte.Parse(s));
        Out.Line(bool.Parse("True") + " " + bool.TryParse("FALSE", out var f) + f + bool.TryParse("yes", out _) + char.TryParse("ab", out _));
    }
}
