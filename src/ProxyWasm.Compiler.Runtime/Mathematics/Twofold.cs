namespace ProxyWasm.Compiler.Runtime.Mathematics;

/// <summary>A number as the sum of two doubles, of which the second is at most half a unit of the first's last place.
/// About 104 bits.</summary>
/// <remarks>T. J. Dekker, "A Floating-Point Technique for Extending the Available Precision", 1971.</remarks>
internal readonly struct Twofold(double high, double low)
{
    private const double Splitter = (1 << 27) + 1;

    public readonly double High = high;
    public readonly double Low = low;

    public double Value => High + Low;

    public static implicit operator Twofold(double value) => new(value, 0);

    public static Twofold operator -(Twofold a) => new(-a.High, -a.Low);

    public static Twofold operator +(Twofold a, Twofold b)
    {
        var sum = Sum(a.High, b.High);
        var low = Sum(a.Low, b.Low);
        sum = Ordered(sum.High, sum.Low + low.High);
        return Ordered(sum.High, sum.Low + low.Low);
    }

    public static Twofold operator -(Twofold a, Twofold b) => a + -b;

    public static Twofold operator *(Twofold a, Twofold b)
    {
        var product = Product(a.High, b.High);
        return Ordered(product.High, product.Low + ((a.High * b.Low) + (a.Low * b.High)));
    }

    public static Twofold operator *(Twofold a, double b)
    {
        var product = Product(a.High, b);
        return Ordered(product.High, product.Low + (a.Low * b));
    }

    public static Twofold operator /(Twofold a, Twofold b)
    {
        var first = a.High / b.High;
        var rest = a - (b * first);
        var second = rest.High / b.High;
        rest -= b * second;
        return Ordered(first, second) + (rest.High / b.High);
    }

    /// <summary>The exact sum.</summary>
    public static Twofold Sum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return new(sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>The exact sum when the first is the larger.</summary>
    public static Twofold Ordered(double a, double b)
    {
        var sum = a + b;
        return new(sum, b - (sum - a));
    }

    /// <summary>The exact product, as long as nothing overflows or is subnormal.</summary>
    public static Twofold Product(double a, double b)
    {
        var product = a * b;
        var (highA, lowA) = Split(a);
        var (highB, lowB) = Split(b);
        return new(product, (((highA * highB) - product) + (highA * lowB) + (lowA * highB)) + (lowA * lowB));
    }

    public static Twofold Sqrt(Twofold value)
    {
        if (value.High <= 0)
        {
            return 0;
        }

        var root = Math.Sqrt(value.High);
        return Ordered(root, (value - Product(root, root)).High / (2 * root));
    }

    /// <summary>The number times a power of two, rounded once even where the result is subnormal.</summary>
    public double Scaled(int exponent)
    {
        const int Smallest = -1022;
        var value = Value;
        var result = Math.ScaleB(value, exponent);
        if (Math.Abs(result) >= Math.ScaleB(1, Smallest) || value == 0)
        {
            return result;
        }

        // Adding a number whose last place is the smallest subnormal rounds at the right position.
        var anchor = Math.CopySign(Math.ScaleB(1, Smallest - exponent), value);
        var sum = Sum(anchor, High);
        return Math.CopySign(Math.ScaleB(sum.High + (sum.Low + Low) - anchor, exponent), value);
    }

    private static (double High, double Low) Split(double value)
    {
        var scaled = value * Splitter;
        var high = scaled - (scaled - value);
        return (high, value - high);
    }
}
