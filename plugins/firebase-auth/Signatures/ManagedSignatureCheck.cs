using FirebaseAuth.Keys;

namespace FirebaseAuth.Signatures;

/// <summary>
/// RS256 in plain C# (RFC 8017, 8.2.2): the expected encoding is built and compared as a whole, so there is nothing
/// in it that a forger could choose.
/// </summary>
internal sealed class ManagedSignatureCheck : ISignatureCheck
{
    // DigestInfo of SHA-256 up to the hash.
    private static ReadOnlySpan<byte> Prefix =>
    [
        0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04,
        0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
    ];

    public bool IsValid(RsaKey key, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != key.Length)
        {
            return false;
        }

        Span<byte> both = stackalloc byte[2 * key.Length];
        var found = both[..key.Length];
        var expected = both[key.Length..];
        if (!key.Modulus.TryPower(signature, key.Exponent, found))
        {
            return false;
        }

        expected.Fill(0xFF);
        expected[0] = 0;
        expected[1] = 1;
        var hash = expected[^Sha256.Length..];
        var digest = expected[^(Prefix.Length + Sha256.Length)..];
        expected[^(Prefix.Length + Sha256.Length + 1)] = 0;
        Prefix.CopyTo(digest);
        Sha256.Hash(text, hash);
        return found.SequenceEqual(expected);
    }
}
