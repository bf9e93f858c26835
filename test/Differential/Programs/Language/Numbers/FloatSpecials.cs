namespace Language.Numbers;

public static class FloatSpecials
{
    private static double Id(double x) => x;

    public static void Run()
    {
        double[] v = [0.0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue];
        foreach (var a in v)
        {
            foreach (var b in v) Out.Line($"{a} {b}: {a < b} {a <= b} {a == b} {a != b} {a > b} {a >= b} {a.Equals(b)} {a.CompareTo(b)} {a + b} {a * b} {a / b} {a % b} {Math.Max(a, b)} {Math.Min(a, b)}");
            Out.Line($"{double.IsNaN(a)} {double.IsFinite(a)} {double.IsNegative(a)} {double.IsSubnormal(a)} {double.IsInteger(a)} {-a} {Math.Abs(a)} {BitConverter.DoubleToInt64Bits(a):X} {a.GetHashCode()}");
        }

        Out.Line(1 / Id(-0.0) + " " + !(Id(double.NaN) < 1) + !(Id(double.NaN) >= 1) + (Id(double.NaN) != Id(double.NaN)) + (0.1 + 0.2 == 0.3) + 5.5 % -2 + -5.5 % 2);
        Out.Line(Math.MinMagnitude(-3, 2) + Math.MaxMagnitude(-3, 2) + Math.BitIncrement(1.0) + Math.BitDecrement(0.0) + Math.ScaleB(1.5, 10) + Math.ILogB(1000) + Math.FusedMultiplyAdd(2, 3, 4) + Math.IEEERemainder(5, 3));
        Out.Line(MathF.Max(float.NaN, 1) + " " + MathF.Min(-0f, 0f) + MathF.Sqrt(2) + MathF.Round(2.5f) + MathF.BitIncrement(1f));
    }
}
