using System.Numerics;

namespace Library.Numerics;

public static class BigIntegers
{
    public static void Run()
    {
        var a = BigInteger.Parse("123456789012345678901234567890");
        var b = BigInteger.Pow(7, 77);
        Out.Line(a + b + "" + (a * b) + (b / a) + (b % a) + (a - b) + -a);
        Out.Line(BigInteger.ModPow(3, 1000, 1000007) + "" + BigInteger.GreatestCommonDivisor(a, 990) + a.CompareTo(b) + (a << 70) + (b >> 33) + (a & b) + (a | 255) + (a ^ b) + ~a);
        Out.Line(a.ToString("X") + BigInteger.Parse("0FF", System.Globalization.NumberStyles.HexNumber) + a.ToString("N0") + a.IsEven + BigInteger.Log10(a).ToString("F6") + (double)a + (long)(a % 1000) + a.GetBitLength() + a.Sign);
        Out.Line(Convert.ToHexString(a.ToByteArray()) + new BigInteger(new byte[] { 0xFF, 0x7F }) + new BigInteger(-1L) + BigInteger.DivRem(-17, 5, out var r) + r + BigInteger.Max(a, b).Equals(b) + (BigInteger)1e20 + (decimal)new BigInteger(5));
        var f = BigInteger.One;
        for (var i = 2; i <= 200; i++) f *= i;
        Out.Line(f);
        var fib = (a: BigInteger.Zero, b: BigInteger.One);
        for (var i = 0; i < 500; i++) fib = (fib.b, fib.a + fib.b);
        Out.Line(fib.a + " " + fib.a.GetHashCode().Equals(fib.a.GetHashCode()));
        Out.Try("overflow", () => Out.Line((int)a));
        Out.Try("div", () => (a / 0).ToString());
        Out.Try("parse", () => BigInteger.Parse("12x"));
        Out.Line(new Complex(3, 4).Magnitude + " " + new Complex(1, 2) * new Complex(3, -1) + new Vector2(3, 4).Length() + Vector3.Dot(new(1, 2, 3), new(4, 5, 6)));
    }
}
