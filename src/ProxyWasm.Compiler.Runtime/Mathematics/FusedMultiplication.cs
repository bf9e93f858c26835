namespace ProxyWasm.Compiler.Runtime.Mathematics;

/// <summary>a * b + c with a single rounding.</summary>
/// <remarks>
/// S. Boldo and G. Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using rounding to odd",
/// 2008.
/// </remarks>
internal static class FusedMultiplication
{
    /// <summary>Beyond these exponents an intermediate product or its error would leave the range.</summary>
    private const int SafeExponent = 480;

    [Replaces("System.Math", "FusedMultiplyAdd")]
    public static double FusedMultiplyAdd(double a, double b, double c)
    {
        if (a == 0 || b == 0 || !double.IsFinite(a) || !double.IsFinite(b))
        {
            return (a * b) + c;
        }

        if (c == 0 || !double.IsFinite(c))
        {
            return c == 0 ? a * b : c;
        }

        // The factors become numbers between one and two; what that took away is put back at the end.
        var exponent = Math.ILogB(a) + Math.ILogB(b);
        a = Math.ScaleB(a, -Math.ILogB(a));
        b = Math.ScaleB(b, -Math.ILogB(b));
        var distance = Math.ILogB(c) - exponent;
        if (distance > SafeExponent)
        {
            return c;
        }

        c = distance < -SafeExponent
            ? Math.CopySign(Math.ScaleB(1, -SafeExponent), c)
            : Math.ScaleB(Math.ScaleB(c, -exponent / 2), -exponent + (exponent / 2));
        var product = Twofold.Product(a, b);
        var high = Twofold.Sum(product.High, c);
        var rest = RoundedToOdd(product.Low, high.Low);
        return new Twofold(high.High, rest).Scaled(exponent);
    }

    /// <summary>The sum, of whose two neighbours the odd one is taken when it is not exact.</summary>
    public static double RoundedToOdd(double a, double b)
    {
        var sum = Twofold.Sum(a, b);
        var bits = BitConverter.DoubleToInt64Bits(sum.High);
        if (sum.Low == 0 || (bits & 1) != 0 || !double.IsFinite(sum.High))
        {
            return sum.High;
        }

        return BitConverter.Int64BitsToDouble((sum.Low > 0) == (sum.High > 0) ? bits + 1 : bits - 1);
    }
}
