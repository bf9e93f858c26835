using System.Globalization;

public static class Numbers
{
    public static void Run()
    {
        var inv = CultureInfo.InvariantCulture;
        Out.Line(int.Parse("-123") + " " + long.Parse("9000000000") + int.Parse("7F", NumberStyles.HexNumber) + byte.Parse("200"));
        Out.Line(int.TryParse("12x", out var bad) + " " + bad + int.TryParse(" 42 ", out var good) + good + uint.TryParse("-1", out _));
        Out.Line(double.Parse("2.5e3", inv).ToString(inv) + " " + double.Parse("-.5", inv) + float.Parse("3.25", inv) + double.TryParse("abc", out _));
        Out.Line(decimal.Parse("12345678901234567890.123456789", inv).ToString(inv) + (1.1m * 3.3m) + (10m / 3m) + decimal.Round(2.345m, 2) + decimal.MaxValue);
        Out.Line(0.1 + 0.2 + " " + 1e100 + " " + 1.0 / 3 + " " + 5e-324 + " " + 100.0 + " " + 1e15 + " " + 123456789012345680.0);
        Out.Line(0.1f + 0.2f + " " + 1f / 3 + " " + float.Epsilon + " " + 16777217f);
        Out.Line(1234.5678.ToString("F2", inv) + 1234.5678.ToString("E3", inv) + 0.5.ToString("P0", inv) + 1234567.ToString("N", inv) + 255.ToString("x8") + 5.ToString("D4") + 12.3.ToString("0.00#", inv) + 1234.ToString("#,##0", inv));
        Out.Line(Convert.ToInt32("7f", 16) + Convert.ToString(10, 2) + Convert.ToInt32(3.5) + Convert.ToInt32(true) + Convert.ToDouble("1.5", inv) + Convert.ToInt64("12"));
        Out.Line(Math.Max(3, 9) + Math.Min(-1, 4) + Math.Abs(-5) + Math.Clamp(15, 0, 10) + Math.Sign(-3) + " " + Math.Round(2.5) + Math.Round(3.5) + Math.Round(1.255, 2) + Math.Truncate(-1.7) + Math.Ceiling(1.1) + Math.Floor(-1.1));
        Out.Line(Math.DivRem(17, 5, out var rem) + " " + rem + Math.BigMul(int.MaxValue, 2) + System.Numerics.BitOperations.PopCount(0xF0F0u) + System.Numerics.BitOperations.LeadingZeroCount(1u) + System.Numerics.BitOperations.TrailingZeroCount(8L) + System.Numerics.BitOperations.RotateLeft(0x80000001, 4) + System.Numerics.BitOperations.Log2(1000));
        Out.Line(((Int128)long.MaxValue * 4).ToString() + ((UInt128)ulong.MaxValue + 1) + (Half)1.5f);
        Out.Line(sbyte.MaxValue + short.MinValue + ushort.MaxValue + " " + char.MaxValue.CompareTo('a') + uint.MaxValue + nint.MaxValue.Equals(0));
        Out.Line(1.5.CompareTo(2.5) + " " + double.NaN.CompareTo(1) + 3.Equals(3) + 3.GetHashCode() + true.CompareTo(false) + " " + 5L.GetHashCode());
        Out.Line(new Guid("12345678-1234-1234-1234-123456789abc").ToString() + Guid.Empty + Guid.Parse("{12345678-1234-1234-1234-123456789abc}").ToString("N"));
        Out.Line(long.MinValue.ToString("X") + (-1).ToString("X") + (-255).ToString("b", inv));
    }
}
