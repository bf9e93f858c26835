namespace ProxyWasm.Sdk.Text;

/// <summary>
/// Text to bytes and back. The base library's encodings do the same with tables, fallbacks and vectors that weigh more
/// than a small plugin.
/// </summary>
public static class Utf8Text
{
    private const char Replacement = '\uFFFD';

    /// <summary>Most bytes that a text of this length takes.</summary>
    public static int MaxBytes(int characters) => characters * 3;

    /// <summary>Writes a text as UTF-8; unpaired surrogates become U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bytes">Room for at least <see cref="MaxBytes"/>.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit < 0x80)
            {
                bytes[written++] = (byte)unit;
                continue;
            }

            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                written += Encode(0x10000 + ((unit - 0xD800) << 10) + (text[++i] - 0xDC00), bytes[written..]);
            }
            else
            {
                written += Encode(char.IsSurrogate(unit) ? Replacement : unit, bytes[written..]);
            }
        }

        return written;
    }

    /// <summary>A text as UTF-8; unpaired surrogates become U+FFFD.</summary>
    public static byte[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = new TextBuffer(stackalloc byte[256]);
        buffer.Append(text);
        return buffer.Written.ToArray();
    }

    /// <summary>Reads UTF-8; each byte that does not belong to a character becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        // Never more code units than bytes.
        var units = new char[bytes.Length];
        var count = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var (rune, length) = DecodeOne(bytes[i..]);
            i += length;
            if (rune < 0x10000)
            {
                units[count++] = (char)rune;
            }
            else
            {
                units[count++] = (char)(0xD800 + ((rune - 0x10000) >> 10));
                units[count++] = (char)(0xDC00 + ((rune - 0x10000) & 0x3FF));
            }
        }

        return new string(units.AsSpan(0, count));
    }

    private static int Encode(int rune, Span<byte> bytes)
    {
        switch (rune)
        {
            case < 0x800:
                bytes[0] = (byte)(0xC0 | (rune >> 6));
                bytes[1] = Trail(rune);
                return 2;
            case < 0x10000:
                bytes[0] = (byte)(0xE0 | (rune >> 12));
                bytes[1] = Trail(rune >> 6);
                bytes[2] = Trail(rune);
                return 3;
            default:
                bytes[0] = (byte)(0xF0 | (rune >> 18));
                bytes[1] = Trail(rune >> 12);
                bytes[2] = Trail(rune >> 6);
                bytes[3] = Trail(rune);
                return 4;
        }
    }

    private static byte Trail(int bits) => (byte)(0x80 | (bits & 0x3F));

    private static (int Rune, int Length) DecodeOne(ReadOnlySpan<byte> bytes)
    {
        int first = bytes[0];
        var (length, minimum, bits) = first switch
        {
            < 0x80 => (1, 0, first),
            >= 0xC2 and < 0xE0 => (2, 0x80, first & 0x1F),
            >= 0xE0 and < 0xF0 => (3, 0x800, first & 0x0F),
            >= 0xF0 and < 0xF5 => (4, 0x10000, first & 0x07),
            _ => (0, 0, 0),
        };
        if (length == 0 || length > bytes.Length)
        {
            return (Replacement, 1);
        }

        for (var i = 1; i < length; i++)
        {
            if ((bytes[i] & 0xC0) != 0x80)
            {
                return (Replacement, 1);
            }

            bits = (bits << 6) | (bytes[i] & 0x3F);
        }

        return bits < minimum || bits > 0x10FFFF || bits is >= 0xD800 and < 0xE000 ? (Replacement, 1) : (bits, length);
    }
}
