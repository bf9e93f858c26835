namespace Language.Numbers;

public static class NotANumber
{
    private static bool F(bool b) { Out.Line(b); return b; }

    public static void Run()
    {
        double n = double.NaN, one = 1, minus = -0.0;
        var f = float.NaN;
        Out.Line(string.Join(" ", n < one, n > one, n <= n, n >= n, n == n, n != n, !(n < one), !(n >= one), f == f, f != f));
        if (n < one) Out.Line("a"); else Out.Line("b");
        if (!(n < one)) Out.Line("c"); else Out.Line("d");
        while (!(n > one)) { Out.Line("loop"); break; }
        Out.Line(F(n < 1) || F(!(n > 1)) && F(n != 1));
        Out.Line((n > 1 ? "x" : "y") + (n is double.NaN ? "z" : "w") + n.Equals(n) + n.CompareTo(1) + 1.0.CompareTo(n) + n.CompareTo(n) + object.Equals(n, n));
        Out.Line(string.Join(" ", Math.Max(n, 1), Math.Min(1, n), Math.Max(0.0, minus), Math.Min(0.0, minus), double.MaxNumber(n, 2), double.MinMagnitude(-3, 2), Math.Sign(-5.0), 1 / minus, minus == 0, minus.Equals(0.0), double.IsNegative(minus)));
        Out.Try("sign", () => Math.Sign(double.NaN));
        double[] a = [3, double.NaN, -1, double.PositiveInfinity, -0.0, 0];
        Array.Sort(a);
        Out.Line(string.Join(" ", a));
        Out.Line(a.Max() + " " + a.Min() + " " + new[] { 1f, float.NaN }.Max() + Array.IndexOf(a, double.NaN));
        var d = new Dictionary<double, string> { [double.NaN] = "nan", [0.0] = "zero" };
        Out.Line(d[0 / minus] + d[minus]);
        Out.Line(BitConverter.DoubleToInt64Bits(minus).ToString("x") + double.IsNaN(0 / minus) + double.IsFinite(n) + double.IsSubnormal(double.Epsilon) + double.ILogB(8) + Math.ScaleB(1, 10) + Math.BitIncrement(1.0) + Math.BitDecrement(0.0) + Math.CopySign(3, minus) + Math.IEEERemainder(5, 3) + 5.5 % -2 + -5.5 % 2);
        Out.Line(n switch { < 0 => "neg", >= 0 => "pos", _ => "neither" });
    }
}
