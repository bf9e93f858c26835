namespace Library.Numerics;

public static class WideIntegers
{
    public static void Run()
    {
        Int128 a = Int128.MaxValue, b = -12345678901234567890123m is var d ? (Int128)d : 0;
        Out.Line(a + " " + b + (a / 7) + (a % 1000) + (b * b / 3) + (b >> 3) + (b < a) + Int128.Parse("-170141183460469231731687303715884105728") + a.ToString("X"));
        UInt128 u = UInt128.MaxValue;
        Out.Line(u + " " + (u / 3) + (u >> 64) + (ulong)(u & 0xFFFF) + UInt128.LeadingZeroCount(1) + UInt128.PopCount(u) + (u * 2) + (double)u + (u == (UInt128)(-1)));
        Out.Try("checked", () => Out.Line(checked(a + 1)));
        Half h = (Half)1.2345, g = Half.MaxValue;
        Out.Line(h + " " + g + (h * (Half)2) + (h + g) + Half.Parse("0.1") + (h > (Half)1) + (float)h + Half.Epsilon + (Half)70000 + Half.IsNaN(Half.NaN) + BitConverter.HalfToInt16Bits(h) + Half.Sqrt((Half)2));
        Out.Line(nint.MaxValue.GetType().Name + (nuint)5 + nint.Parse("-3") + int.CreateSaturating(5e20) + byte.CreateTruncating(300) + sbyte.CreateSaturating(-1000));
        Out.Try("create", () => byte.CreateChecked(300));
        Out.Line(int.IsPow2(64) + " " + int.Log2(1000) + uint.RotateLeft(0x80000001, 1) + long.TrailingZeroCount(8) + int.LeadingZeroCount(1) + short.Max(1, 2) + int.DivRem(7, 2) + ulong.Clamp(9, 1, 5));
    }
}
