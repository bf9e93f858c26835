public static class MathFunctions
{
    private static string R(double d) => d.ToString("G12", System.Globalization.CultureInfo.InvariantCulture);

    public static void Run()
    {
        double[] xs = [0.1, 0.5, 1, 2, 3.7, 10, 123.456];
        foreach (var x in xs)
        {
            Out.Line($"{R(Math.Sin(x))} {R(Math.Cos(x))} {R(Math.Tan(x))} {R(Math.Exp(x / 10))} {R(Math.Log(x))} {R(Math.Log10(x))} {R(Math.Log2(x))} {R(Math.Pow(x, 1.5))} {R(Math.Atan(x))} {R(Math.Sinh(x / 10))} {R(Math.Cbrt(x))}");
            Out.Line($"{R(Math.Atan2(x, 2))} {R(Math.Asin(x / 200))} {R(Math.Acos(x / 200))} {R(Math.Tanh(x))} {R(Math.IEEERemainder(x, 3))} {R(Math.Cosh(x / 10))}");
        }

        Out.Line(R(Math.Pow(2, 10)) + R(Math.Pow(-8, 3)) + R(Math.Pow(2, -0.5)) + Math.Pow(0, 0) + Math.Pow(double.NaN, 0) + Math.Exp(1000) + Math.Log(-1));
    }
}
