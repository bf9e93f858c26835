namespace ProxyWasm.Compiler.Runtime.Mathematics;

/// <summary>The functions of <see cref="MathF"/>: those of <see cref="Math"/>, rounded once more.</summary>
internal static class SingleFunctions
{
    [Replaces("System.MathF", "Exp")]
    public static float Exp(float x) => (float)Math.Exp(x);

    [Replaces("System.MathF", "Log")]
    public static float Log(float x) => (float)Math.Log(x);

    [Replaces("System.MathF", "Log2")]
    public static float Log2(float x) => (float)Math.Log2(x);

    [Replaces("System.MathF", "Log10")]
    public static float Log10(float x) => (float)Math.Log10(x);

    [Replaces("System.MathF", "Pow")]
    public static float Pow(float x, float y) => (float)Math.Pow(x, y);

    [Replaces("System.MathF", "Sin")]
    public static float Sin(float x) => (float)Math.Sin(x);

    [Replaces("System.MathF", "Cos")]
    public static float Cos(float x) => (float)Math.Cos(x);

    [Replaces("System.MathF", "Tan")]
    public static float Tan(float x) => (float)Math.Tan(x);

    [Replaces("System.MathF", "Asin")]
    public static float Asin(float x) => (float)Math.Asin(x);

    [Replaces("System.MathF", "Acos")]
    public static float Acos(float x) => (float)Math.Acos(x);

    [Replaces("System.MathF", "Atan")]
    public static float Atan(float x) => (float)Math.Atan(x);

    [Replaces("System.MathF", "Atan2")]
    public static float Atan2(float y, float x) => (float)Math.Atan2(y, x);

    [Replaces("System.MathF", "Sinh")]
    public static float Sinh(float x) => (float)Math.Sinh(x);

    [Replaces("System.MathF", "Cosh")]
    public static float Cosh(float x) => (float)Math.Cosh(x);

    [Replaces("System.MathF", "Tanh")]
    public static float Tanh(float x) => (float)Math.Tanh(x);

    [Replaces("System.MathF", "Asinh")]
    public static float Asinh(float x) => (float)Math.Asinh(x);

    [Replaces("System.MathF", "Acosh")]
    public static float Acosh(float x) => (float)Math.Acosh(x);

    [Replaces("System.MathF", "Atanh")]
    public static float Atanh(float x) => (float)Math.Atanh(x);

    [Replaces("System.MathF", "Cbrt")]
    public static float Cbrt(float x) => (float)Math.Cbrt(x);

    /// <summary>The product is exact as a double, so that the sum is the only rounding before the last.</summary>
    [Replaces("System.MathF", "FusedMultiplyAdd")]
    public static float FusedMultiplyAdd(float a, float b, float c) =>
        (float)FusedMultiplication.RoundedToOdd((double)a * b, c);
}
