namespace ProxyWasm.Compiler.Runtime;

/// <summary>Arithmetic that WebAssembly has no instruction for.</summary>
internal static class Arithmetic
{
    private const int ExponentBits = 11;
    private const int MantissaBits = 52;
    private const long MantissaMask = (1L << MantissaBits) - 1;
    private const int ExponentMask = (1 << ExponentBits) - 1;

    public static long MultiplySigned(long a, long b)
    {
        var high = Math.BigMul(a, b, out var low);
        if (high != low >> 63)
        {
            Throwing.Overflow();
        }

        return low;
    }

    public static ulong MultiplyUnsigned(ulong a, ulong b)
    {
        if (Math.BigMul(a, b, out var low) != 0)
        {
            Throwing.Overflow();
        }

        return low;
    }

    /// <summary>The remainder of C's <c>fmod</c>: exact, with the sign of the dividend.</summary>
    /// <remarks>Long division of the mantissas, one bit at a time.</remarks>
    public static double Remainder(double dividend, double divisor)
    {
        var a = BitConverter.DoubleToInt64Bits(dividend);
        var b = BitConverter.DoubleToInt64Bits(divisor) & long.MaxValue;
        var sign = a & long.MinValue;
        a &= long.MaxValue;
        if (b == 0 || double.IsNaN(divisor) || !double.IsFinite(dividend))
        {
            return (dividend * divisor) / (dividend * divisor);
        }

        if (a < b)
        {
            return dividend;
        }

        var exponentA = Split(ref a);
        var exponentB = Split(ref b);
        for (; exponentA > exponentB; exponentA--)
        {
            var difference = a - b;
            a = (difference >= 0 ? difference : a) << 1;
        }

        if (a >= b)
        {
            a -= b;
        }

        return a == 0 ? BitConverter.Int64BitsToDouble(sign) : Join(sign, a, exponentA);
    }

    /// <summary>Leaves the mantissa with its leading one and gives the exponent that belongs to it.</summary>
    private static int Split(ref long bits)
    {
        var exponent = (int)(bits >> MantissaBits) & ExponentMask;
        bits &= MantissaMask;
        if (exponent != 0)
        {
            bits |= 1L << MantissaBits;
            return exponent;
        }

        exponent = 1;
        while (bits >> MantissaBits == 0)
        {
            bits <<= 1;
            exponent--;
        }

        return exponent;
    }

    private static double Join(long sign, long mantissa, int exponent)
    {
        while (mantissa >> MantissaBits == 0)
        {
            mantissa <<= 1;
            exponent--;
        }

        return BitConverter.Int64BitsToDouble(sign | (exponent > 0
            ? (mantissa & MantissaMask) | ((long)exponent << MantissaBits)
            : mantissa >> (1 - exponent)));
    }
}
