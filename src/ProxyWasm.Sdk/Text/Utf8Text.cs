using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>A text as UTF-8; unpaired surrogates become U+FFFD.</summary>
    public static byte[] Encode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = default(TextBuffer);
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
        while (!bytes.IsEmpty)
        {
            var rune = DecodeRune(bytes, out var length);

            // Never more than there is. The check of a slice, and what it would throw, are a tenth of a small module.
            bytes = MemoryMarshal.CreateReadOnlySpan(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), length), bytes.Length - length);
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

        return new string(MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(units), count));
    }

    /// <summary>Writes a character.</summary>
    /// <param name="rune">Its number in Unicode; no surrogate.</param>
    /// <param name="bytes">Room for at least four bytes.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">There is less room.</exception>
    public static int Encode(int rune, Span<byte> bytes)
    {
        if (bytes.Length < MostBytesOfRune)
        {
            throw new ArgumentException("A character needs room for four bytes.", nameof(bytes));
        }

        return Write(rune, ref MemoryMarshal.GetReference(bytes));
    }

    /// <summary>Reads the character that a text begins with.</summary>
    /// <param name="bytes">The text; not empty.</param>
    /// <param name="length">How many bytes the character has; 1 when they are none.</param>
    /// <returns>Its number in Unicode, negative when the text does not begin with a character (RFC 3629).</returns>
    public static int DecodeRune(ReadOnlySpan<byte> bytes, out int length)
    {
        int rune = bytes[0];
        length = 1;
        if (rune < 0x80)
        {
            return rune;
        }

        // The first byte has a one for each byte of the character; what then is not its own makes it too small or too
        // large.
        var trails = rune < 0xE0 ? 1 : rune < 0xF0 ? 2 : 3;
        rune -= (0xF80 >> trails) & 0xFF;
        for (var i = 1; i <= trails; i++)
        {
            var next = i < bytes.Length ? bytes[i] : 0;
            if ((next & 0xC0) != 0x80)
            {
                return None;
            }

            rune = (rune << 6) | (next & 0x3F);
        }

        // The least that needs so many bytes.
        if (rune < (trails == 1 ? 0x80 : 1 << ((5 * trails) + 1)) || rune > 0x10FFFF || IsSurrogate(rune))
        {
            return None;
        }

        length = trails + 1;
        return rune;
    }

    /// <summary>Most bytes that a text of this length takes.</summary>
    internal static int MaxBytes(int characters) => characters * 3;

    internal static bool IsSurrogate(int unit) => (unit & ~0x7FF) == 0xD800;

    internal static bool IsPair(int high, int low) => (high & ~0x3FF) == 0xD800 && (low & ~0x3FF) == 0xDC00;

    internal static int Pair(int high, int low) => 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);

    /// <summary>Writes a text as UTF-8, for which there is room; unpaired surrogates become U+FFFD.</summary>
    internal static int Write(ReadOnlySpan<char> text, ref byte target)
    {
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int rune = text[i];
            if (IsSurrogate(rune))
            {
                var low = i + 1 < text.Length ? text[i + 1] : 0;
                var isPair = IsPair(rune, low);
                rune = isPair ? Pair(rune, low) : Replacement;
                i += isPair ? 1 : 0;
            }

            written += Write(rune, ref Unsafe.Add(ref target, written));
        }

        return written;
    }

    /// <summary>Writes a character, for which there is room.</summary>
    internal static int Write(int rune, ref byte target)
    {
        if (rune < 0x80)
        {
            target = (byte)rune;
            return 1;
        }

        var length = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
        for (var i = length - 1; i > 0; i--)
        {
            Unsafe.Add(ref target, i) = (byte)(0x80 | (rune & 0x3F));
            rune >>= 6;
        }

        // As many ones as there are bytes, and a zero.
        target = (byte)((0xF00 >> length) | rune);
        return length;
    }
}
