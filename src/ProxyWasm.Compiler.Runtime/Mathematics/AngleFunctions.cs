namespace ProxyWasm.Compiler.Runtime.Mathematics;

/// <summary>The functions of <see cref="Math"/> that are made of angles.</summary>
internal static class AngleFunctions
{
    /// <summary>Below this the functions that are x near zero are x.</summary>
    private const double Tiny = 1e-9;

    [Replaces("System.Math", "Sin")]
    public static double Sin(double x) => !double.IsFinite(x) ? double.NaN
        : Math.Abs(x) < Tiny ? x : Angles.SineAndCosine(x).Sine.Value;

    [Replaces("System.Math", "Cos")]
    public static double Cos(double x) => double.IsFinite(x) ? Angles.SineAndCosine(x).Cosine.Value : double.NaN;

    [Replaces("System.Math", "Tan")]
    public static double Tan(double x)
    {
        if (!double.IsFinite(x) || Math.Abs(x) < Tiny)
        {
            return double.IsFinite(x) ? x : double.NaN;
        }

        var (sine, cosine) = Angles.SineAndCosine(x);
        return (sine / cosine).Value;
    }

    [Replaces("System.Math", "Atan")]
    public static double Atan(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) < Tiny)
        {
            return x;
        }

        return Math.Abs(x) > 1e18 ? Math.CopySign(Constants.HalfPi.High, x) : Angles.ArcTangent(x, 1).Value;
    }

    [Replaces("System.Math", "Atan2")]
    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        if (double.IsInfinity(x) || double.IsInfinity(y))
        {
            (x, y) = (OneIfInfinite(x, y), OneIfInfinite(y, x));
        }

        if (y == 0)
        {
            return double.IsNegative(x) ? Math.CopySign(Constants.Pi.High, y) : y;
        }

        var difference = Math.ILogB(y) - Math.ILogB(x);
        if (x == 0 || difference > 60)
        {
            return Math.CopySign(Constants.HalfPi.High, y);
        }

        if (difference < -60)
        {
            return x > 0 ? y / x : Math.CopySign(Constants.Pi.High, y);
        }

        var scale = -Math.ILogB(x);
        return Angles.ArcTangent(Math.ScaleB(y, scale), Math.ScaleB(x, scale)).Value;
    }

    [Replaces("System.Math", "Asin")]
    public static double Asin(double x) => !(Math.Abs(x) <= 1) ? double.NaN
        : Math.Abs(x) < Tiny ? x : Angles.ArcTangent(x, OtherSide(x)).Value;

    [Replaces("System.Math", "Acos")]
    public static double Acos(double x) => !(Math.Abs(x) <= 1) ? double.NaN
        : x == 1 ? 0 : Angles.ArcTangent(OtherSide(x), x).Value;

    /// <summary>sqrt(1 - x^2)</summary>
    private static Twofold OtherSide(double x) => Twofold.Sqrt(Twofold.Sum(1, -x) * Twofold.Sum(1, x));

    private static double OneIfInfinite(double value, double other) => double.IsInfinity(value)
        ? Math.CopySign(1, value) : double.IsInfinity(other) ? Math.CopySign(0, value) : value;
}
