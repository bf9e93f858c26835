namespace Library.Numerics;

public static class RoundingFunctions
{
    public static void Run()
    {
        foreach (var x in new[] { 0.5, 1.5, 2.5, -0.5, -1.5, 1.005, 2.675, 1e15 + 0.5, 0.49999999999999994, -2.4, 1e300, double.NaN })
        {
            Out.Line($"{x}: {Math.Round(x)} {Math.Round(x, MidpointRounding.AwayFromZero)} {Math.Round(x, MidpointRounding.ToZero)} {Math.Round(x, MidpointRounding.ToPositiveInfinity)} {Math.Round(x, MidpointRounding.ToNegativeInfinity)} {Math.Floor(x)} {Math.Ceiling(x)} {Math.Truncate(x)} {MathF.Round((float)x)}");
            if (Math.Abs(x) < 100) Out.Line(Math.Round(x, 2) + " " + Math.Round(x, 2, MidpointRounding.AwayFromZero) + " " + Math.Round((decimal)x, 2) + " " + Math.Round((decimal)x, 1, MidpointRounding.ToZero));
        }

        Out.Line(Math.DivRem(-17, 5) + "" + Math.DivRem(17L, -5L, out var r) + r + Math.Abs(-5.5) + Math.Sign(-2.5) + Math.Clamp(5, 1, 3) + Math.BigMul(long.MaxValue, 3, out var low) + low + Math.BigMul(uint.MaxValue, 2u));
        Out.Try("abs", () => Math.Abs(int.MinValue));
        Out.Try("sign", () => Math.Sign(double.NaN));
        Out.Try("clamp", () => Math.Clamp(1, 3, 2));
        Out.Try("digits", () => Math.Round(1.5, 16));
    }
}
