namespace Library.Numerics;

public static class IntegerFormatting
{
    public static void Run()
    {
        foreach (var n in new long[] { 0, 1, -1, 42, -12345, 1234567890123, long.MaxValue, long.MinValue })
        {
            Out.Line($"{n} {n:D10} {n:X} {n:x4} {n:N0} {n:N2} {n:F1} {n:E3} {n:G5} {n:P0} {n:C} {n:B} {n:#,#} {n:000-000} {n:0.0} {n,12}|{n,-12}|");
        }

        Out.Line(255.ToString("X") + (-1).ToString("X2") + ((byte)200).ToString("D5") + ((sbyte)-1).ToString("x") + 'c' + uint.MaxValue.ToString("N0") + 1000000.ToString("0,,M") + 12.ToString("##-##") + 5.ToString("00.00%") + int.MinValue.ToString() + ulong.MaxValue);
        Out.Try("format", () => 5.ToString("Q"));
        Span<char> s = stackalloc char[4];
        Out.Line(12345.TryFormat(s, out var w) + " " + w + 123.TryFormat(s, out w) + w + s[..w].ToString());
        Span<byte> u = stackalloc byte[8];
        Out.Line(System.Buffers.Text.Utf8Formatter.TryFormat(-77, u, out w) + " " + w + System.Buffers.Text.Utf8Parser.TryParse("123abc"u8, out int v, out var used) + v + used + 9.TryFormat(u, out w, "D3") + u[2]);
    }
}
