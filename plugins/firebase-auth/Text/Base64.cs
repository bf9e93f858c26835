namespace FirebaseAuth.Text;

/// <summary>
/// Strict decoding of base64 (RFC 4648): no byte that does not belong there, no bits that would be lost.
/// </summary>
internal static class Base64
{
    /// <summary>The alphabet of URLs, without padding.</summary>
    public static bool TryDecodeUrl(ReadOnlySpan<byte> text, Span<byte> target, out int written) =>
        TryDecode(text, (byte)'-', (byte)'_', target, out written);

    /// <summary>The standard alphabet, padded to a multiple of four.</summary>
    public static bool TryDecodePadded(ReadOnlySpan<byte> text, Span<byte> target, out int written)
    {
        written = 0;
        if (text.Length % 4 != 0)
        {
            return false;
        }

        for (var padding = 0; padding < 2 && text.EndsWith("="u8); padding++)
        {
            text = text[..^1];
        }

        return TryDecode(text, (byte)'+', (byte)'/', target, out written);
    }

    /// <summary>How many bytes at most so many characters stand for.</summary>
    public static int DecodedLength(int characters) => (int)((long)characters * 3 / 4);

    private static bool TryDecode(
        ReadOnlySpan<byte> text, byte character62, byte character63, Span<byte> target, out int written)
    {
        written = 0;
        if (text.Length % 4 == 1 || target.Length < DecodedLength(text.Length))
        {
            return false;
        }

        var bits = 0;
        var held = 0;
        foreach (var character in text)
        {
            var value = Value(character, character62, character63);
            if (value < 0)
            {
                return false;
            }

            held = ((held << 6) | value) & 0xFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                target[written++] = (byte)(held >> bits);
            }
        }

        return (held & ((1 << bits) - 1)) == 0;
    }

    private static int Value(byte character, byte character62, byte character63) => character switch
    {
        >= (byte)'A' and <= (byte)'Z' => character - 'A',
        >= (byte)'a' and <= (byte)'z' => character - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => character - '0' + 52,
        _ when character == character62 => 62,
        _ when character == character63 => 63,
        _ => -1,
    };
}
