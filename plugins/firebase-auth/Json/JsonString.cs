using ProxyWasm.Sdk.Text;

namespace FirebaseAuth.Json;

/// <summary>Strings as JSON writes them.</summary>
internal static class JsonString
{
    /// <summary>
    /// Resolves the escapes of the string that begins at <paramref name="start"/>, behind its quote, in place. The
    /// result is the position behind the closing quote, -1 when this is not a string of JSON in valid UTF-8.
    /// </summary>
    public static int Resolve(Span<byte> text, int start, out int length)
    {
        var write = start;
        var read = start;
        while (read < text.Length && text[read] >= ' ')
        {
            int taken;
            switch (text[read])
            {
                case (byte)'"':
                    length = write - start;
                    return read + 1;

                case (byte)'\\':
                    taken = Escape(text, read, ref write);
                    break;

                default:
                    taken = Utf8Text.DecodeRune(text[read..], out var bytes) < 0 ? 0 : bytes;
                    text.Slice(read, taken).CopyTo(text[write..]);
                    write += taken;
                    break;
            }

            if (taken == 0)
            {
                break;
            }

            read += taken;
        }

        length = 0;
        return -1;
    }

    private static int Escape(Span<byte> text, int read, ref int write)
    {
        if (read + 1 >= text.Length)
        {
            return 0;
        }

        if (text[read + 1] == 'u')
        {
            return CodePoint(text, read, ref write);
        }

        var resolved = text[read + 1] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => '\0',
        };
        if (resolved == '\0')
        {
            return 0;
        }

        text[write++] = (byte)resolved;
        return 2;
    }

    private static int CodePoint(Span<byte> text, int read, ref int write)
    {
        var unit = Unit(text, read);
        switch (unit)
        {
            case < 0 or (>= 0xDC00 and <= 0xDFFF):
                return 0;

            case >= 0xD800 and <= 0xDBFF:
                var low = Unit(text, read + 6);
                if (low is < 0xDC00 or > 0xDFFF)
                {
                    return 0;
                }

                write += Utf8Text.Encode(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), text[write..]);
                return 12;

            default:
                write += Utf8Text.Encode(unit, text[write..]);
                return 6;
        }
    }

    // The value of "\uXXXX", -1 when this is something else.
    private static int Unit(ReadOnlySpan<byte> text, int position)
    {
        if (position + 6 > text.Length || text[position] != '\\' || text[position + 1] != 'u')
        {
            return -1;
        }

        var value = 0;
        foreach (var digit in text.Slice(position + 2, 4))
        {
            var number = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (number < 0)
            {
                return -1;
            }

            value = (value << 4) | number;
        }

        return value;
    }
}
