using FirebaseAuth.Text;

namespace FirebaseAuth.Keys;

/// <summary>
/// The key in an X.509 certificate (RFC 5280) in PEM. The rest of it is not judged: who may sign is said by the
/// address the certificates were fetched from.
/// </summary>
internal static class Certificate
{
    private static ReadOnlySpan<byte> Begin => "-----BEGIN CERTIFICATE-----"u8;

    private static ReadOnlySpan<byte> End => "-----END CERTIFICATE-----"u8;

    /// <summary>Null when this is not exactly one certificate with a sound RSA key.</summary>
    public static RsaKey? ReadKey(ReadOnlySpan<byte> pem)
    {
        pem = TrimEnds(pem);
        if (!pem.StartsWith(Begin) || !pem.EndsWith(End) || pem.Length < Begin.Length + End.Length)
        {
            return null;
        }

        var body = pem[Begin.Length..^End.Length];
        var characters = new byte[body.Length];
        var count = 0;
        foreach (var character in body)
        {
            if (!IsSpace(character))
            {
                characters[count++] = character;
            }
        }

        var der = new byte[Base64.DecodedLength(count)];
        return Base64.TryDecodePadded(characters.AsSpan(0, count), der, out var length)
            ? ReadDer(der.AsSpan(0, length))
            : null;
    }

    private static RsaKey? ReadDer(ReadOnlySpan<byte> der)
    {
        var outer = new DerReader(der);
        if (!outer.TryEnter(out var certificate) || !outer.IsAtEnd || !certificate.TryEnter(out var signed))
        {
            return null;
        }

        if (signed.IsNext(DerReader.Version) && !signed.TryRead(DerReader.Version, out _))
        {
            return null;
        }

        // Serial number, signature algorithm, issuer, validity, subject.
        return signed.TryRead(DerReader.Integer, out _) && signed.TryEnter(out _) && signed.TryEnter(out _)
            && signed.TryEnter(out _) && signed.TryEnter(out _) && signed.TryEnter(out var information)
                ? ReadInformation(information)
                : null;
    }

    private static RsaKey? ReadInformation(DerReader information)
    {
        if (!information.TryRead(DerReader.Sequence, out var algorithm)
            || !algorithm.SequenceEqual(PublicKeyWriter.Algorithm[2..])
            || !information.TryRead(DerReader.BitString, out var bits) || !information.IsAtEnd
            || bits.IsEmpty || bits[0] != 0)
        {
            return null;
        }

        var content = new DerReader(bits[1..]);
        return content.TryEnter(out var key) && content.IsAtEnd
            && key.TryPositive(out var modulus) && key.TryPositive(out var exponent) && key.IsAtEnd
                ? RsaKey.Create(modulus, exponent)
                : null;
    }

    private static ReadOnlySpan<byte> TrimEnds(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && IsSpace(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsSpace(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    private static bool IsSpace(byte character) => character is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
