namespace Library.Numerics;

public static class SmallFloats
{
    public static void Run()
    {
        Half[] all = [(Half)0, Half.NegativeZero, (Half)1.5, Half.MaxValue, Half.Epsilon, Half.NaN, Half.NegativeInfinity, (Half)65519, (Half)65520, (Half)0.1, (Half)2049];
        foreach (var h in all)
        {
            Out.Line(h + " " + (float)h + " " + (double)h + " " + h.ToString("F3") + BitConverter.HalfToUInt16Bits(h).ToString("x") + Half.IsNaN(h) + Half.IsNormal(h) + Half.Sign((Half)(-2)) + (h == (Half)1.5) + h.CompareTo((Half)1));
            foreach (var k in all[..5]) Out.Line((h + k) + " " + (h * k) + " " + (h / k) + " " + (h - k) + " " + (h % k) + " " + (h > k) + Half.Max(h, k));
        }

        Out.Line(Half.Parse("1.25") + " " + Half.TryParse("x", out _) + Half.Sqrt((Half)9) + (Half)(byte)200 + (int)(Half)3.99 + (Half)1e10 + Half.Round((Half)2.5) + Half.BitIncrement((Half)1));
        Out.Line(Int128.MaxValue + " " + UInt128.MaxValue + (Int128)(-5) / 2 + ((UInt128)1 << 127) + Int128.Parse("-170141183460469231731687303715884105728") + (Int128.MinValue >> 100) + ((UInt128)ulong.MaxValue * ulong.MaxValue) % 1000000007 + (double)((UInt128)1 << 100) + (decimal)(Int128)12345 + UInt128.LeadingZeroCount(1) + ((Int128)7).ToString("X4"));
        Out.Try("overflow", () => Out.Line(checked((long)Int128.MaxValue)));
        Out.Try("multiply", () => Out.Line(checked(Int128.MaxValue * 2).ToString()));
        Out.Line(Math.BigMul(ulong.MaxValue, ulong.MaxValue, out var low) + " " + low + Math.DivRem(-7, 2) + Math.FusedMultiplyAdd(2.0, 3.0, 4.0) + Math.Clamp(5, 1, 3) + Math.Truncate(-2.7) + Math.ReciprocalEstimate(4.0).ToString("F1") + float.Lerp(1, 3, 0.5f) + double.DegreesToRadians(180).ToString("F4"));
    }
}
