namespace ProxyWasm.Sdk.Text;

/// <summary>
/// Text to bytes and back. The base library's encodings do the same with tables, fallbacks and vectors that weigh more
/// than a small plugin.
/// </summary>
public static class Utf8Text
{
    /// <summary>What stands for bytes and surrogates that are no characters.</summary>
    internal const char Replacement = '\uFFFD';

    internal const int MostBytesOfRune = 4;

    private const int None = -1;

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
            int rune = text[i];
            if (rune is >= 0xD800 and < 0xE000)
            {
                var isPair = rune < 0xDC00 && i + 1 < text.Length && text[i + 1] is >= '\uDC00' and < '\uE000';
                rune = isPair ? 0x10000 + ((rune - 0xD800) << 10) + (text[++i] - 0xDC00) : Replacement;
            }

            written += Encode(rune, bytes[written..]);
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
            var rune = DecodeRune(bytes[i..], out var length);
            i += length;
            if (rune < 0)
            {
                rune = Replacement;
            }
            else if (rune >= 0x10000)
            {
                rune -= 0x10000;
                units[count++] = (char)(0xD800 + (rune >> 10));
                rune = 0xDC00 + (rune & 0x3FF);
            }

            units[count++] = (char)rune;
        }

        return new string(units.AsSpan(0, count));
    }

    /// <summary>Writes a character.</summary>
    /// <param name="rune">Its number in Unicode; no surrogate.</param>
    /// <param name="bytes">Room for at least four bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Encode(int rune, Span<byte> bytes)
    {
        if (rune < 0x80)
        {
            bytes[0] = (byte)rune;
            return 1;
        }

        var length = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
        for (var i = length - 1; i > 0; i--)
        {
            bytes[i] = (byte)(0x80 | (rune & 0x3F));
            rune >>= 6;
        }

        // As many ones as there are bytes, and a zero.
        bytes[0] = (byte)((0xF00 >> length) | rune);
        return length;
    }

    /// <summary>Reads the character that a text begins with.</summary>
    /// <param name="bytes">The text; not empty.</param>
    /// <param name="length">How many bytes the character has; 1 when they are none.</param>
    /// <returns>Its number in Unicode, negative when the text does not begin with a character (RFC 3629).</returns>
    public static int DecodeRune(ReadOnlySpan<byte> bytes, out int length)
    {
        int first = bytes[0];
        length = 1;
        if (first < 0x80)
        {
            return first;
        }

        var trails = first switch
        {
            < 0xC2 => 0,
            < 0xE0 => 1,
            < 0xF0 => 2,
            < 0xF5 => 3,
            _ => 0,
        };
        if (trails == 0 || trails >= bytes.Length)
        {
            return None;
        }

        var rune = first & (0x3F >> trails);
        for (var i = 1; i <= trails; i++)
        {
            int next = bytes[i];
            if ((next & 0xC0) != 0x80)
            {
                return None;
            }

            rune = (rune << 6) | (next & 0x3F);
        }

        // The least that needs so many bytes.
        if (rune < 1 << ((5 * trails) + 1) || rune > 0x10FFFF || rune is >= 0xD800 and < 0xE000)
        {
            return None;
        }

        length = trails + 1;
        return rune;
    }
}
