namespace ProxyWasm.Compiler.Runtime.Mathematics;

/// <summary>Sine, cosine and the arc tangent in twice the precision.</summary>
internal static class Angles
{
    private const int MantissaBits = 52;
    private const int Terms = 27;

    /// <summary>The sine and cosine of a finite number.</summary>
    public static (Twofold Sine, Twofold Cosine) SineAndCosine(double x)
    {
        var (quadrant, rest) = Reduce(Math.Abs(x));
        var (sine, cosine) = Near(rest);
        (sine, cosine) = quadrant switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
        return (double.IsNegative(x) ? -sine : sine, cosine);
    }

    /// <summary>The angle of a point that is not the origin; both coordinates are finite.</summary>
    public static Twofold ArcTangent(Twofold y, Twofold x)
    {
        if (Math.Abs(y.High) > Math.Abs(x.High))
        {
            var half = y.High < 0 ? -Constants.HalfPi : Constants.HalfPi;
            return half - Small(x / y);
        }

        var angle = Small(y / x);
        return x.High > 0 ? angle : angle + (double.IsNegative(y.High) ? -Constants.Pi : Constants.Pi);
    }

    /// <summary>The arc tangent of a number up to one.</summary>
    private static Twofold Small(Twofold x)
    {
        if (Math.Abs(x.High) < 1e-17)
        {
            return x;
        }

        // tan(a - e) = (x - tan e) / (1 + x tan e), where e is close to a.
        var estimate = Estimate(x.High);
        var (sine, cosine) = Near(estimate);
        var tangent = ((x * cosine) - sine) / (cosine + (x * sine));
        var cube = tangent.High * tangent.High * tangent.High;
        return tangent + (-cube / 3) + estimate;
    }

    /// <summary>The arc tangent of a number up to one with half of a double's digits or more.</summary>
    private static double Estimate(double x)
    {
        // Halving the angle twice makes the series short.
        var half = x / (1 + Math.Sqrt(1 + (x * x)));
        var quarter = half / (1 + Math.Sqrt(1 + (half * half)));
        var square = quarter * quarter;
        var sum = 0.0;
        for (var n = 23; n >= 1; n -= 2)
        {
            sum = (1.0 / n) - (sum * square);
        }

        return 4 * quarter * sum;
    }

    /// <summary>Sine and cosine by their series, for arguments up to a quarter of pi.</summary>
    private static (Twofold Sine, Twofold Cosine) Near(Twofold x)
    {
        var square = -(x * x);
        var sine = Constants.InverseFactorial(Terms);
        var cosine = Constants.InverseFactorial(Terms + 1);
        for (var n = Terms - 2; n >= 1; n -= 2)
        {
            sine = (sine * square) + Constants.InverseFactorial(n);
            cosine = (cosine * square) + Constants.InverseFactorial(n + 1);
        }

        return (sine * x, (cosine * square) + 1);
    }

    /// <summary>Takes multiples of half of pi away; what is left is at most a quarter of pi.</summary>
    private static (int Quadrant, Twofold Angle) Reduce(double x)
    {
        if (x <= Constants.HalfPi.High / 2)
        {
            return (0, x);
        }

        // The mantissa times the digits of 2/pi that matter: those before give multiples of four quadrants.
        var bits = BitConverter.DoubleToUInt64Bits(x);
        var mantissa = (bits & ((1UL << MantissaBits) - 1)) | (1UL << MantissaBits);
        var exponent = (int)(bits >> MantissaBits) - 1023 - MantissaBits;
        var product = Multiply(mantissa, exponent);
        return FromFraction(product.Top, product.Middle, product.Bottom);
    }

    /// <summary>192 bits of mantissa * 2^exponent * 2/pi modulo 4: two before the point, the rest after it.</summary>
    private static (ulong Top, ulong Middle, ulong Bottom) Multiply(ulong mantissa, int exponent)
    {
        var position = exponent - 2;
        var fourth = Digits(position + 192);
        var third = Digits(position + 128);
        var second = Digits(position + 64);
        var first = Digits(position);
        var carry = Math.BigMul(mantissa, fourth, out _);
        var bottom = Accumulate(mantissa, third, ref carry);
        var middle = Accumulate(mantissa, second, ref carry);
        var top = (mantissa * first) + carry;
        return (top, middle, bottom);
    }

    private static ulong Accumulate(ulong a, ulong b, ref ulong carry)
    {
        var high = Math.BigMul(a, b, out var low);
        var sum = low + carry;
        carry = high + (sum < low ? 1UL : 0);
        return sum;
    }

    /// <summary>64 binary digits of 2/pi from a position after the point; before the point there are zeros.</summary>
    private static ulong Digits(int position)
    {
        var digits = Constants.TwoOverPi;
        var word = position >> 6;
        var shift = position & 63;
        var high = word < 0 ? 0 : digits[word];
        var low = word + 1 < 0 ? 0 : digits[word + 1];
        return shift == 0 ? high : (high << shift) | (low >> (64 - shift));
    }

    private static (int Quadrant, Twofold Angle) FromFraction(ulong top, ulong middle, ulong bottom)
    {
        var quadrant = (int)(top >> 62);
        var high = (top << 2) | (middle >> 62);
        var low = (middle << 2) | (bottom >> 62);
        var negative = (long)high < 0;
        var tail = bottom << 2;
        if (negative)
        {
            quadrant = (quadrant + 1) & 3;
            tail = ~tail + 1;
            low = tail == 0 ? ~low + 1 : ~low;
            high = tail == 0 && low == 0 ? ~high + 1 : ~high;
        }

        // What cancels in front is made up for from behind.
        var zeros = high == 0 ? 64 : System.Numerics.BitOperations.LeadingZeroCount(high);
        if (zeros is > 0 and < 64)
        {
            high = (high << zeros) | (low >> (64 - zeros));
            low = (low << zeros) | (tail >> (64 - zeros));
        }

        var fraction = Exact(high, -64 - zeros) + Exact(low, -128 - zeros);
        var rest = fraction * Constants.HalfPi;
        return (quadrant, negative ? -rest : rest);
    }

    private static Twofold Exact(ulong value, int exponent) => Twofold.Ordered(
        Math.ScaleB(value >> 32, exponent + 32), Math.ScaleB((double)(uint)value, exponent));
}
