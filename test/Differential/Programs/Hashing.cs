using System.Numerics;
using System.Security.Cryptography;
using System.Text;

public static class Hashing
{
    public static void Run()
    {
        var data = Encoding.UTF8.GetBytes("The quick brown fox jumps over the lazy dog");
        Out.Line(Convert.ToHexString(SHA256.HashData(data)));
        Out.Line(Convert.ToHexString(SHA1.HashData(data)));
        Out.Line(Convert.ToHexString(SHA384.HashData(data)));
        Out.Line(Convert.ToHexString(SHA512.HashData(data)));
        Out.Line(Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes("key"), data)));
        Out.Line(BigInteger.Parse("123456789012345678901234567890").ToString() + BigInteger.Pow(3, 200));
        Out.Line(BigInteger.ModPow(new BigInteger(12345678901234567), 65537, BigInteger.Parse("1000000000000000000000000000057")).ToString());
        Out.Line(new BigInteger([1, 2, 3, 4, 5, 6, 7, 8, 9], isUnsigned: true, isBigEndian: true).ToString("X"));
        Out.Line((BigInteger.Parse("99999999999999999999") / 7 % 1000).ToString() + BigInteger.GreatestCommonDivisor(48, 36) + (-BigInteger.One << 70));
        Out.Line(System.Buffers.Text.Base64Url.EncodeToString(data));
    }
}
