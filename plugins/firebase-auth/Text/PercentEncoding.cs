namespace FirebaseAuth.Text;

/// <summary>Text as the value of a header: what could end the value or be read as two is written as %XX.</summary>
internal static class PercentEncoding
{
    /// <summary>How many bytes the encoded text takes.</summary>
    public static int Length(ReadOnlySpan<byte> text)
    {
        var length = 0;
        foreach (var character in text)
        {
            length += IsPlain(character) ? 1 : 3;
        }

        return length;
    }

    /// <summary>Writes the encoded text; the result is how many bytes it took.</summary>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var length = 0;
        foreach (var character in text)
        {
            if (IsPlain(character))
            {
                target[length++] = character;
                continue;
            }

            target[length++] = (byte)'%';
            target[length++] = "0123456789ABCDEF"u8[character >> 4];
            target[length++] = "0123456789ABCDEF"u8[character & 15];
        }

        return length;
    }

    // The comma separates the elements of lists.
    private static bool IsPlain(byte character) =>
        character is > (byte)' ' and < 0x7F and not ((byte)'%' or (byte)',');
}
