using System.Numerics;

namespace Library.Numerics;

public static class BigOperations
{
    public static void Run()
    {
        BigInteger a = BigInteger.Parse("123456789012345678901234567890"), b = -BigInteger.Pow(7, 40), c = BigInteger.One << 130;
        foreach (var (x, y) in new[] { (a, b), (b, a), (c, a), (b, 3), (a, -1), (0, b), (c, c) })
        {
            Out.Line(x + y + " " + (x - y) + " " + x * y + " " + x / y + " " + x % y + " " + (x & y) + " " + (x | y) + " " + (x ^ y) + " " + (x > y) + x.CompareTo(y) + BigInteger.GreatestCommonDivisor(x, y) + BigInteger.DivRem(x, y, out var r) + r);
        }

        Out.Line((a << 67) + " " + (b >> 33) + (b >>> 5) + ~a + -b + BigInteger.Abs(b) + a.Sign + b.IsEven + c.IsPowerOfTwo + a.GetBitLength() + b.GetByteCount() + BigInteger.ModPow(a, 65537, c) + BigInteger.Log10(c).ToString("F6") + BigInteger.PopCount(c));
        Out.Line(a.ToString("N0") + a.ToString("X") + b.ToString("x") + c.ToString("E5") + a.ToString("D40") + BigInteger.Parse("FF", System.Globalization.NumberStyles.HexNumber));
        Out.Line((double)a + " " + (decimal)(a / 1000) + (float)b + (BigInteger)1e20 + (BigInteger)12.99m + (long)(a % 1000000007) + (BigInteger)double.Epsilon);
        Out.Line(Convert.ToHexString(b.ToByteArray()) + Convert.ToHexString(c.ToByteArray(isUnsigned: true, isBigEndian: true)) + new BigInteger([0xFF, 0xFF]) + new BigInteger([0xFF, 0xFF], isUnsigned: true));
        Out.Try("int", () => Out.Line((int)a));
        Out.Try("zero", () => Out.Line((a / BigInteger.Zero).ToString()));
        Out.Try("nan", () => Out.Line(((BigInteger)double.NaN).ToString()));
        var f = BigInteger.One;
        for (var i = 2; i < 60; i++) f *= i;
        Out.Line(f + " " + f.GetHashCode().Equals((f + 0).GetHashCode()) + BigInteger.TryParse("12x", out _) + BigInteger.Min(a, b) + BigInteger.MinusOne);
        var z = new Complex(3, -4);
        Out.Line(z.Magnitude + " " + z * Complex.ImaginaryOne + Complex.Conjugate(z) + (z == new Complex(3, -4)) + z / new Complex(1, 1));
    }
}
