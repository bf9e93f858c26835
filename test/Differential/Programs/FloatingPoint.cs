using System.Globalization;

public static class FloatingPoint
{
    private static string S(double d) => BitConverter.DoubleToInt64Bits(d).ToString("X16");

    public static void Run()
    {
        double[] values = [0, -0.0, 1, -1.5, 3.75, 1e300, 1e-300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, 12345678.9];
        foreach (var a in values)
        {
            foreach (var b in values)
            {
                var r = a % b;
                Out.Line($"{S(a + b == a + b ? a + b : 0)} {S(a * b == a * b ? a * b : 0)} {a < b} {a <= b} {a > b} {a >= b} {a == b} {a != b} {(double.IsNaN(r) ? "nan" : S(r))}");
            }

            Out.Line($"{(int)a} {(uint)a} {(long)a} {(ulong)a} {(short)a} {(byte)a} {S((double)(float)a == a ? a : 1)}");
            Out.Line($"{S(Math.Floor(a) == a ? 1 : 0)} {S(double.IsNaN(a) ? 0 : Math.Round(a))} {S(double.IsNaN(a) || a < 0 ? 0 : Math.Sqrt(a))} {Math.Sign(double.IsNaN(a) ? 0 : a)}");
        }

        long[] longs = [0, 1, -1, long.MaxValue, long.MinValue, 123456789012345678];
        foreach (var l in longs)
        {
            Out.Line($"{S(l)} {S((ulong)l)} {S((float)l)} {S((int)l)} {S((uint)l)}");
        }

        float f = 0.1f;
        Out.Line(S(f * 3) + S(f + 0.2) + S((float)(f / 3)));
        Out.Line(Math.Min(1.0, double.NaN).ToString(CultureInfo.InvariantCulture) + Math.Max(-0.0, 0.0));
    }
}
