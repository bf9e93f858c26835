namespace Library.Numerics;

public static class TrigonometricFunctions
{
    public static void Run()
    {
        foreach (var x in new[] { 0, -0.0, 1e-10, 0.1, 0.5, 1, -1, 2, 3, Math.PI, Math.PI / 2, 10, 100.5, -1234.5, 1e6, 1e15, 1e22, 1e300, double.NaN, double.PositiveInfinity, double.Epsilon })
        {
            Out.Line($"{x}: {Math.Sin(x)} {Math.Cos(x)} {Math.Tan(x)} {Math.Atan(x)} {Math.Asin(x)} {Math.Acos(x)} {Math.SinCos(x)}");
            Out.Line($"{MathF.Sin((float)x)} {MathF.Cos((float)x)} {MathF.Atan((float)x)}");
        }

        double[] v = [0, -0.0, 1, -1, 3.5, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach (var y in v) Out.Line(string.Join(" ", v.Select(x => Math.Atan2(y, x))));
        var sum = 0.0;
        for (var i = -500; i < 500; i++) sum += Math.Round(Math.Sin(i * 0.37) + Math.Cos(i * 1.1) * Math.Atan(i), 9);
        Out.Line(Math.Round(sum, 6));
        Out.Line(double.SinPi(0.25) + " " + double.CosPi(1) + double.RadiansToDegrees(Math.PI) + double.DegreesToRadians(180) + double.Hypot(3, 4));
    }
}
