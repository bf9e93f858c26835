namespace Language.Numbers;

public static class FloatConversions
{
    public static void Run()
    {
        foreach (var d in new[] { 0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -1.9, 127.9, 255.5, 1e9, 3e9, -3e9, 1e10, 9.3e18, 1.8446744073709552e19, 2e19, -1e19, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon })
        {
            Out.Line($"{d}: {(int)d} {(uint)d} {(long)d} {(ulong)d} {(short)(int)d} {(float)d} {(Half)d}");
            var f = (float)d;
            Out.Line($"{f}: {(int)f} {(uint)f} {(long)f} {(ulong)f} {(double)f}");
        }

        foreach (var d in new[] { 0.0, 1.5, -1.5, 7.9e27, 0.1, 1e-28, 123456789.125 }) Out.Line((decimal)d + " " + (double)(decimal)d + " " + (float)(decimal)d);
        foreach (var d in new[] { 1e29, double.NaN }) Out.Try("decimal " + d, () => Out.Line((decimal)d));
        Out.Line((double)0.1f + " " + (float)0.1 + (double)1e-46f + (float)1e39 + (0.1f == 0.1) + (float)16777217 + (double)(float)1.1);
    }
}
