namespace FirebaseAuth.Text;

/// <summary>Characters as UTF-8 (RFC 3629).</summary>
internal static class Utf8
{
    /// <summary>How many bytes the character at the beginning takes, 0 when it is not valid.</summary>
    public static int SequenceLength(ReadOnlySpan<byte> text)
    {
        int first = text[0];
        switch (first)
        {
            case < 0x80:
                return 1;

            case >= 0xC2 and <= 0xDF:
                return IsNext(text, 1, 0x80, 0xBF) ? 2 : 0;

            case >= 0xE0 and <= 0xEF:
                var low = first == 0xE0 ? 0xA0 : 0x80;
                var high = first == 0xED ? 0x9F : 0xBF;
                return IsNext(text, 1, low, high) && IsNext(text, 2, 0x80, 0xBF) ? 3 : 0;

            case >= 0xF0 and <= 0xF4:
                low = first == 0xF0 ? 0x90 : 0x80;
                high = first == 0xF4 ? 0x8F : 0xBF;
                return IsNext(text, 1, low, high) && IsNext(text, 2, 0x80, 0xBF) && IsNext(text, 3, 0x80, 0xBF) ? 4 : 0;

            default:
                return 0;
        }
    }

    /// <summary>Writes a code point that is not a surrogate; the result is how many bytes it took.</summary>
    public static int Write(int codePoint, Span<byte> target)
    {
        switch (codePoint)
        {
            case < 0x80:
                target[0] = (byte)codePoint;
                return 1;

            case < 0x800:
                target[0] = (byte)(0xC0 | (codePoint >> 6));
                target[1] = Continuation(codePoint);
                return 2;

            case < 0x10000:
                target[0] = (byte)(0xE0 | (codePoint >> 12));
                target[1] = Continuation(codePoint >> 6);
                target[2] = Continuation(codePoint);
                return 3;

            default:
                target[0] = (byte)(0xF0 | (codePoint >> 18));
                target[1] = Continuation(codePoint >> 12);
                target[2] = Continuation(codePoint >> 6);
                target[3] = Continuation(codePoint);
                return 4;
        }
    }

    /// <summary>The length of valid text as other languages count it, in units of UTF-16.</summary>
    public static int Utf16Length(ReadOnlySpan<byte> text)
    {
        var units = 0;
        foreach (var part in text)
        {
            units += part >= 0xF0 ? 2 : (part & 0xC0) == 0x80 ? 0 : 1;
        }

        return units;
    }

    private static byte Continuation(int value) => (byte)(0x80 | (value & 0x3F));

    private static bool IsNext(ReadOnlySpan<byte> text, int index, int low, int high) =>
        index < text.Length && text[index] >= low && text[index] <= high;
}
