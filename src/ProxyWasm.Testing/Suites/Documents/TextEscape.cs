using System.Globalization;
using System.Text;

namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>Escapes in strings of protobuf text, which stand for bytes.</summary>
internal static class TextEscape
{
    /// <summary>Reads one escape and moves behind it.</summary>
    public static void Read(string text, ref int at, SuitePlace place, Stream bytes)
    {
        var kind = at + 1 < text.Length ? text[at + 1] : '\n';
        at += 2;
        switch (kind)
        {
            case >= '0' and <= '7':
                at--;
                bytes.WriteByte(ReadByte(text, ref at, 3, 8, place));
                break;
            case 'x' or 'X':
                bytes.WriteByte(ReadByte(text, ref at, 2, 16, place));
                break;
            case 'u':
                bytes.Write(ReadRune(text, ref at, 4, place));
                break;
            case 'U':
                bytes.Write(ReadRune(text, ref at, 8, place));
                break;
            default:
                bytes.WriteByte(Simple(kind, place));
                break;
        }
    }

    private static byte Simple(char kind, SuitePlace place) => kind switch
    {
        'a' => 7,
        'b' => 8,
        't' => 9,
        'n' => 10,
        'v' => 11,
        'f' => 12,
        'r' => 13,
        '\\' or '\'' or '"' or '?' => (byte)kind,
        _ => throw SuiteException.Malformed(place, $"\"\\{kind}\" is no escape of protobuf text"),
    };

    private static byte ReadByte(string text, ref int at, int maxDigits, int radix, SuitePlace place)
    {
        var start = at;
        while (at < text.Length && at - start < maxDigits && IsDigit(text[at], radix))
        {
            at++;
        }

        var value = at == start ? 256 : Convert.ToInt32(text[start..at], radix);
        return value <= 255
            ? (byte)value
            : throw SuiteException.Malformed(place, "the escape is no byte: expected digits of a value up to 255");
    }

    private static byte[] ReadRune(string text, ref int at, int digits, SuitePlace place)
    {
        if (at + digits <= text.Length
            && int.TryParse(
                text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && Rune.TryCreate(value, out var rune))
        {
            at += digits;
            return Encoding.UTF8.GetBytes(rune.ToString());
        }

        throw SuiteException.Malformed(place, $"the escape is no character: expected {digits} hexadecimal digits");
    }

    private static bool IsDigit(char character, int radix) =>
        radix == 16 ? char.IsAsciiHexDigit(character) : character is >= '0' and <= '7';
}
