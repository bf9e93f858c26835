namespace ProxyWasm.Compiler.Runtime.Mathematics;

/// <summary>Exponentials and logarithms in twice the precision.</summary>
internal static class Exponentials
{
    /// <summary>The argument of the series is made this many times two smaller, the result squared as often.</summary>
    private const int Squarings = 7;

    private const int Terms = 10;
    private const int LogarithmTerms = 12;

    /// <summary>e^x as a number near one and a power of two.</summary>
    public static (Twofold Value, int Exponent) Exp(Twofold x)
    {
        var exponent = (int)Math.Round(x.High / Constants.Ln2.High);
        var rest = ExpMinusOneReduced(x - (Constants.Ln2 * exponent));
        return (rest + 1, exponent);
    }

    /// <summary>e^x - 1 for arguments up to a half.</summary>
    public static Twofold ExpMinusOneReduced(Twofold x)
    {
        const double Part = 1.0 / (1 << Squarings);
        var small = new Twofold(x.High * Part, x.Low * Part);
        var sum = Constants.InverseFactorial(Terms);
        for (var n = Terms - 1; n >= 1; n--)
        {
            sum = (sum * small) + Constants.InverseFactorial(n);
        }

        sum *= small;
        for (var i = 0; i < Squarings; i++)
        {
            // (1 + s)^2 - 1, which keeps the digits of s that 1 + s would lose.
            sum = new Twofold(2 * sum.High, 2 * sum.Low) + (sum * sum);
        }

        return sum;
    }

    /// <summary>The natural logarithm of a positive, finite number.</summary>
    public static Twofold Log(Twofold x)
    {
        var exponent = Math.ILogB(x.High);
        var mantissa = new Twofold(Math.ScaleB(x.High, -exponent), Math.ScaleB(x.Low, -exponent));
        if (mantissa.High > 1.4142135623730951)
        {
            mantissa = new(mantissa.High / 2, mantissa.Low / 2);
            exponent++;
        }

        var log = LogOfMantissa(mantissa);
        return exponent == 0 ? log : (Constants.Ln2 * exponent) + log;
    }

    /// <summary>log(1 + x) for x greater than minus one.</summary>
    public static Twofold LogOnePlus(Twofold x) => Math.Abs(x.High) < 0.03 ? Series(x) : Log(x + 1);

    private static Twofold LogOfMantissa(Twofold x)
    {
        var distance = x - 1;
        if (Math.Abs(distance.High) < 0.03)
        {
            return Series(distance);
        }

        // Newton's step from an estimate: the error of the result is the square of the estimate's.
        var estimate = Estimate(x.High);
        var quotient = (x * (ExpMinusOneReduced(-estimate) + 1)) - 1;
        return quotient - ((quotient * quotient) * 0.5) + estimate;
    }

    /// <summary>The logarithm with half of a double's digits or more.</summary>
    private static double Estimate(double x)
    {
        var s = (x - 1) / (x + 1);
        var square = s * s;
        var sum = 0.0;
        for (var n = 15; n >= 1; n -= 2)
        {
            sum = (sum * square) + (1.0 / n);
        }

        return 2 * s * sum;
    }

    /// <summary>log(1 + x) = 2 artanh(x / (2 + x)).</summary>
    private static Twofold Series(Twofold x)
    {
        var s = x / (x + 2);
        var square = s * s;
        Twofold sum = 0;
        for (var n = LogarithmTerms; n >= 0; n--)
        {
            sum = (sum * square) + Constants.InverseOdd(n);
        }

        sum *= s;
        return new(2 * sum.High, 2 * sum.Low);
    }
}
