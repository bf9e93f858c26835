namespace ProxyWasm.Compiler.Runtime.Mathematics;

/// <summary>The functions of <see cref="Math"/> that are made of exponentials and logarithms.</summary>
internal static class ExponentialFunctions
{
    private const double LargestExponent = 709.79;
    private const double SmallestExponent = -745.14;

    [Replaces("System.Math", "Exp")]
    public static double Exp(double x) => x switch
    {
        double.NaN => x,
        > LargestExponent => double.PositiveInfinity,
        < SmallestExponent => 0,
        _ => Scaled(Exponentials.Exp(x)),
    };

    [Replaces("System.Math", "Log")]
    public static double Log(double x) => IsOrdinary(x) ? Exponentials.Log(x).Value : LogOfOther(x);

    [Replaces("System.Math", "Log2")]
    public static double Log2(double x) =>
        IsOrdinary(x) ? (Exponentials.Log(x) / Constants.Ln2).Value : LogOfOther(x);

    [Replaces("System.Math", "Log10")]
    public static double Log10(double x) =>
        IsOrdinary(x) ? (Exponentials.Log(x) / Constants.Ln10).Value : LogOfOther(x);

    [Replaces("System.Math", "Pow")]
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        if (double.IsInfinity(y))
        {
            var size = Math.Abs(x);
            return size == 1 ? 1 : (size > 1) == (y > 0) ? double.PositiveInfinity : 0;
        }

        var isOdd = double.IsOddInteger(y);
        if (x == 0 || double.IsInfinity(x))
        {
            var result = (x == 0) == (y > 0) ? 0 : double.PositiveInfinity;
            return isOdd && double.IsNegative(x) ? -result : result;
        }

        if (x < 0 && !double.IsInteger(y))
        {
            return double.NaN;
        }

        var power = PowOfOrdinary(Math.Abs(x), y);
        return x < 0 && isOdd ? -power : power;
    }

    [Replaces("System.Math", "Sinh")]
    public static double Sinh(double x)
    {
        if (double.IsNaN(x) || double.IsInfinity(x) || Math.Abs(x) < 1e-9)
        {
            return x;
        }

        if (Math.Abs(x) < 0.5)
        {
            // (s + s / (1 + s)) / 2 with s = e^x - 1
            var s = Exponentials.ExpMinusOneReduced(x);
            return (s + (s / (s + 1))).Value / 2;
        }

        return Math.CopySign(Hyperbolic(Math.Abs(x), -1), x);
    }

    [Replaces("System.Math", "Cosh")]
    public static double Cosh(double x) => double.IsNaN(x) ? x : Hyperbolic(Math.Abs(x), 1);

    [Replaces("System.Math", "Tanh")]
    public static double Tanh(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) < 1e-9)
        {
            return x;
        }

        if (Math.Abs(x) > 20)
        {
            return Math.CopySign(1, x);
        }

        // 1 - 2 / (e^2x + 1), or with s = e^2x - 1: s / (s + 2)
        var twice = 2 * Math.Abs(x);
        var (value, exponent) = Exponentials.Exp(twice);
        var s = twice < 0.5 ? Exponentials.ExpMinusOneReduced(twice) : Multiplied(value, exponent) - 1;
        return Math.CopySign((s / (s + 2)).Value, x);
    }

    [Replaces("System.Math", "Asinh")]
    public static double Asinh(double x)
    {
        var size = Math.Abs(x);
        if (double.IsNaN(x) || double.IsInfinity(x) || size < 1e-9)
        {
            return x;
        }

        if (size > 1e9)
        {
            return Math.CopySign((Exponentials.Log(size) + Constants.Ln2).Value, x);
        }

        // log(x + sqrt(x^2 + 1)) = log(1 + x + x^2 / (1 + sqrt(x^2 + 1)))
        var square = Twofold.Product(size, size);
        var rest = (square / (Twofold.Sqrt(square + 1) + 1)) + size;
        return Math.CopySign(Exponentials.LogOnePlus(rest).Value, x);
    }

    [Replaces("System.Math", "Acosh")]
    public static double Acosh(double x)
    {
        if (!(x > 1) || double.IsInfinity(x))
        {
            return x == 1 ? 0 : x > 1 ? x : double.NaN;
        }

        if (x > 1e9)
        {
            return (Exponentials.Log(x) + Constants.Ln2).Value;
        }

        var t = (Twofold)x - 1;
        return Exponentials.LogOnePlus(t + Twofold.Sqrt((t * t) + (t * 2))).Value;
    }

    [Replaces("System.Math", "Atanh")]
    public static double Atanh(double x)
    {
        var size = Math.Abs(x);
        if (!(size < 1) || size < 1e-9)
        {
            return size == 1 ? x / 0.0 : size > 1 ? double.NaN : x;
        }

        // log(1 + 2x / (1 - x)) / 2
        var ratio = (Twofold)(2 * size) / (Twofold.Sum(1, -size));
        return Math.CopySign(Exponentials.LogOnePlus(ratio).Value / 2, x);
    }

    [Replaces("System.Math", "Cbrt")]
    public static double Cbrt(double x)
    {
        if (x == 0 || !double.IsFinite(x))
        {
            return x;
        }

        var (value, exponent) = Exponentials.Exp(Exponentials.Log(Math.Abs(x)) / 3);
        return Math.CopySign(value.Scaled(exponent), x);
    }

    private static double PowOfOrdinary(double x, double y)
    {
        if (x == 1 || y == 0.5)
        {
            return Math.Sqrt(x);
        }

        var logarithm = Exponentials.Log(x);
        var size = logarithm.High * y;
        return size switch
        {
            > LargestExponent => double.PositiveInfinity,
            < SmallestExponent => 0,
            _ => Scaled(Exponentials.Exp(logarithm * y)),
        };
    }

    /// <summary>(e^x + sign * e^-x) / 2 for x that is not negative.</summary>
    private static double Hyperbolic(double x, int sign)
    {
        if (x > 711)
        {
            return double.PositiveInfinity;
        }

        var (value, exponent) = Exponentials.Exp(x);
        if (x < 40)
        {
            value += (Twofold)Math.ScaleB(sign, -2 * exponent) / value;
        }

        return value.Scaled(exponent - 1);
    }

    private static Twofold Multiplied(Twofold value, int exponent) =>
        new(Math.ScaleB(value.High, exponent), Math.ScaleB(value.Low, exponent));

    private static double Scaled((Twofold Value, int Exponent) power) => power.Value.Scaled(power.Exponent);

    private static bool IsOrdinary(double x) => x > 0 && !double.IsInfinity(x);

    private static double LogOfOther(double x) =>
        x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
}
