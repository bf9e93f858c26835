using System.Security.Cryptography;

namespace Library.Security;

public static class MessageCodes
{
    private static string H(byte[] b) => Convert.ToHexStringLower(b);

    public static void Run()
    {
        foreach (var k in new[] { "key"u8.ToArray(), new byte[64], new byte[200], [] })
        {
            Out.Line(H(HMACSHA1.HashData(k, "data"u8)) + H(HMACSHA256.HashData(k, "data"u8)) + H(HMACSHA384.HashData(k, "data"u8)) + H(HMACSHA512.HashData(k, "data"u8)));
        }

        using var h = new HMACSHA256("secret"u8.ToArray());
        Out.Line(H(h.ComputeHash("message"u8.ToArray())) + H(h.ComputeHash([])));
        var token = Convert.ToBase64String(HMACSHA256.HashData("k"u8, "header.payload"u8)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Out.Line(token + H(Rfc2898DeriveBytes.Pbkdf2("pw", "saltsalt"u8, 10, HashAlgorithmName.SHA256, 32)) + H(HKDF.DeriveKey(HashAlgorithmName.SHA256, "ikm"u8.ToArray(), 20)));
        Out.Line(RandomNumberGenerator.GetBytes(8).Length + RandomNumberGenerator.GetInt32(5) / 5);
    }
}
