namespace Library.Numerics;

public static class Powers
{
    public static void Run()
    {
        double[] v = [0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, 10, 1.5, -3, 100, 1e-10, 1e200, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach (var x in v) Out.Line(x + ": " + string.Join(" ", v.Select(y => Math.Pow(x, y))));
        Out.Line(Math.Pow(2, 0.5) + " " + Math.Pow(10, 308) + Math.Pow(10, -320) + Math.Pow(1.0000001, 1e7) + Math.Pow(-8, 1.0 / 3) + Math.Pow(7, 22));
        Out.Line(float.Pow(2, 10) + " " + MathF.Pow(2, -0.5f) + double.RootN(16, 4) + decimal.Round((decimal)Math.Pow(1.05, 10), 8));
    }
}
