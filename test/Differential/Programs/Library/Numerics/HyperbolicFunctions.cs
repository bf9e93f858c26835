namespace Library.Numerics;

public static class HyperbolicFunctions
{
    public static void Run()
    {
        // The C library that the JIT calls is off by up to two units in the last place in these, so fewer digits count.
        foreach (var x in new[] { 0, -0.0, 1e-12, 0.1, 0.25, 0.5, 1, -1, 2, 5, -10, 25, 700, 711, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Out.Line($"{x}: {Math.Sinh(x):G13} {Math.Cosh(x):G13} {Math.Tanh(x):G13} {Math.Asinh(x):G13} {Math.Acosh(x):G13} {Math.Atanh(x):G13} {Math.Cbrt(x):G13}");
        }
    }
}
