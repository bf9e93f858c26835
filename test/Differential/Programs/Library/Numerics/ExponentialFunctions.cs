namespace Library.Numerics;

public static class ExponentialFunctions
{
    public static void Run()
    {
        foreach (var x in new[] { 0, -0.0, 1e-12, 0.1, 0.5, 1, -1, 2, 2.5, 10, 100, 1000, 709.5, -700, -745, 710, 1e-300, 1e300, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Out.Line($"{x}: {Math.Exp(x)} {Math.Log(x)} {Math.Log2(x)} {Math.Log(x, 3):G14} {Math.Log10(x):G14}");
            Out.Line($"{MathF.Exp((float)x)} {MathF.Log((float)x)} {MathF.Pow((float)x, 1.5f)} {MathF.Log2((float)x)} {double.Exp2(x):G14} {double.LogP1(x):G14}");
        }

        foreach (var x in new[] { 8.0, 100, 1000, 1e15, 1 << 20 }) Out.Line(Math.Log2(x) + " " + Math.Log10(x) + " " + Math.Cbrt(x).ToString("G14"));
    }
}
