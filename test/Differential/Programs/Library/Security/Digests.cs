using System.Security.Cryptography;
using System.Text;

namespace Library.Security;

public static class Digests
{
    private static string H(byte[] b) => Convert.ToHexStringLower(b);

    public static void Run()
    {
        foreach (var n in new[] { 0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 1000 })
        {
            var d = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, n).Select(i => (char)('a' + i % 26))));
            Out.Line(n + " " + H(SHA1.HashData(d)) + H(SHA256.HashData(d)) + H(SHA384.HashData(d)) + H(SHA512.HashData(d)));
        }

        using var s = SHA256.Create();
        Out.Line(H(s.ComputeHash("abc"u8.ToArray())) + s.HashSize);
        using var i = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        i.AppendData("a"u8);
        i.AppendData("bc"u8);
        Out.Line(H(i.GetCurrentHash()) + H(i.GetHashAndReset()).Length);
        Out.Line(H(SHA256.HashData(new MemoryStream("abc"u8.ToArray()))) + CryptographicOperations.FixedTimeEquals("abc"u8, "abd"u8) + SHA256.TryHashData("x"u8, new byte[5], out _));
    }
}
