namespace ProxyWasm.Compiler.Runtime;

/// <summary>Translates between UTF-16 and UTF-8; malformed text becomes U+FFFD, as with <c>Encoding.UTF8</c>.</summary>
internal static unsafe class Utf8
{
    private const int Replacement = 0xFFFD;
    private const ulong NotAsciiUnits = 0xFF80_FF80_FF80_FF80;
    private const uint NotAsciiBytes = 0x8080_8080;

    /// <summary>Number of bytes that the text becomes.</summary>
    public static int CountBytes(char* text, int length)
    {
        var count = length;
        for (var i = 0; i < length; i++)
        {
            var unit = text[i];
            if (unit >= 0x80)
            {
                count++;
            }

            if (unit >= 0x800)
            {
                count++;
                if (IsPair(text, i, length))
                {
                    // Both units have been counted, and the pair has four bytes.
                    i++;
                }
            }
        }

        return count;
    }

    /// <summary>Number of bytes written; -1 when they do not fit.</summary>
    public static int Encode(char* text, int length, byte* target, int capacity)
    {
        var written = 0;
        for (var i = 0; i < length;)
        {
            if (i + 4 <= length && written + 4 <= capacity && (*(ulong*)(text + i) & NotAsciiUnits) == 0)
            {
                var units = *(ulong*)(text + i);
                units |= units >> 8;
                *(uint*)(target + written) = (ushort)units | ((uint)(units >> 32) << 16);
                i += 4;
                written += 4;
                continue;
            }

            int value = text[i];
            var size = value < 0x80 ? 1 : value < 0x800 ? 2 : 3;
            if ((value & 0xF800) == 0xD800)
            {
                if (IsPair(text, i, length))
                {
                    i++;
                    value = ((value - 0xD800) << 10) + (text[i] - 0xDC00) + 0x1_0000;
                    size = 4;
                }
                else
                {
                    value = Replacement;
                }
            }

            if (written + size > capacity)
            {
                return -1;
            }

            i++;
            for (var last = written + size - 1; last > written; last--)
            {
                target[last] = (byte)(0x80 | (value & 0x3F));
                value >>= 6;
            }

            // One, two, three or four leading ones, which are 0x00, 0xC0, 0xE0 and 0xF0.
            target[written] = (byte)(size == 1 ? value : value | (0xF00 >> size));
            written += size;
        }

        return written;
    }

    /// <summary>Number of UTF-16 units that the bytes become.</summary>
    public static int CountUnits(byte* bytes, int length) => Decode(bytes, length, null, int.MaxValue);

    /// <summary>Number of units written, or, without target, that would be; -1 when they do not fit.</summary>
    public static int Decode(byte* bytes, int length, char* target, int capacity)
    {
        var written = 0;
        for (var i = 0; i < length;)
        {
            if (i + 4 <= length && written + 4 <= capacity && (*(uint*)(bytes + i) & NotAsciiBytes) == 0)
            {
                if (target is not null)
                {
                    ulong four = *(uint*)(bytes + i);
                    four = (four | (four << 16)) & 0x0000_FFFF_0000_FFFF;
                    *(ulong*)(target + written) = (four | (four << 8)) & 0x00FF_00FF_00FF_00FF;
                }

                i += 4;
                written += 4;
                continue;
            }

            int value = bytes[i++];
            if (value >= 0x80)
            {
                value = Sequence(bytes, length, value, ref i);
            }

            var size = value > 0xFFFF ? 2 : 1;
            if (written + size > capacity)
            {
                return -1;
            }

            if (target is not null)
            {
                if (size == 2)
                {
                    target[written] = (char)(0xD7C0 + (value >> 10));
                    target[written + 1] = (char)(0xDC00 | (value & 0x3FF));
                }
                else
                {
                    target[written] = (char)value;
                }
            }

            written += size;
        }

        return written;
    }

    private static bool IsPair(char* text, int index, int length) => (text[index] & 0xFC00) == 0xD800
        && index + 1 < length && (text[index + 1] & 0xFC00) == 0xDC00;

    /// <summary>
    /// The code point that begins with a byte before the position, which moves behind it. Of a malformed sequence the
    /// longest beginning of a well-formed one is taken, and at least the first byte.
    /// </summary>
    private static int Sequence(byte* bytes, int length, int first, ref int position)
    {
        if (first is < 0xC2 or > 0xF4)
        {
            return Replacement;
        }

        var missing = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
        var low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        var high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        var value = first & (0x3F >> missing);
        for (; missing > 0; missing--)
        {
            if (position >= length || bytes[position] < low || bytes[position] > high)
            {
                return Replacement;
            }

            value = (value << 6) | (bytes[position++] & 0x3F);
            low = 0x80;
            high = 0xBF;
        }

        return value;
    }
}
