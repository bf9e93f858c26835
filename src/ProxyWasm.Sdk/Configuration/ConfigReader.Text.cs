using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Configuration;

public ref partial struct ConfigReader
{
    /// <summary>Reads text as UTF-8.</summary>
    /// <returns>Valid until the next member is called; empty after an error.</returns>
    public ReadOnlySpan<byte> ReadText()
    {
        if (!Take((byte)'"'))
        {
            Fail("expected text in quotes"u8);
            return default;
        }

        var start = _position;
        var isEscaped = false;
        while (Peek >= ' ')
        {
            var unit = _json[_position++];
            if (unit == '"')
            {
                var text = _json[start..(_position - 1)];
                return isEscaped ? Unescape(text) : text;
            }

            if (unit == '\\')
            {
                // What is behind it does not end the text.
                isEscaped = true;
                _position += Peek >= ' ' ? 1 : 0;
            }
        }

        Fail(Peek == End
            ? "text without its closing quote"u8
            : "a control character in text must be written as an escape"u8);
        return default;
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = new TextBuffer(new byte[escaped.Length]);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\')
            {
                text.Append(escaped[i]);
                continue;
            }

            var rune = UnescapeOne(escaped, ref i);
            if (rune < 0)
            {
                Fail("an escape that JSON does not have"u8);
                return default;
            }

            text.AppendRune(rune);
        }

        return text.Written;
    }

    // The character of the escape at a place, which becomes that of its last byte; negative when there is none.
    private static int UnescapeOne(ReadOnlySpan<byte> escaped, ref int place)
    {
        switch (escaped[++place])
        {
            case (byte)'u':
                break;
            case (byte)'b':
                return '\b';
            case (byte)'f':
                return '\f';
            case (byte)'n':
                return '\n';
            case (byte)'r':
                return '\r';
            case (byte)'t':
                return '\t';
            case var same:
                return same is (byte)'"' or (byte)'\\' or (byte)'/' ? same : End;
        }

        var unit = UnitAt(escaped, place);
        place += 4;
        if (unit is >= 0xD800 and < 0xDC00 && escaped.Length - place > 6 && escaped[place + 1] == '\\'
            && escaped[place + 2] == 'u' && UnitAt(escaped, place + 2) is >= 0xDC00 and < 0xE000 and var low)
        {
            place += 6;
            return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        }

        return unit is >= 0xD800 and < 0xE000 ? Utf8Text.Replacement : unit;
    }

    // Of the four digits behind a place; negative when there are none.
    private static int UnitAt(ReadOnlySpan<byte> text, int place)
    {
        if (text.Length - place <= 4)
        {
            return End;
        }

        var unit = 0;
        for (var end = place + 4; place < end;)
        {
            var digit = text[++place] | 0x20;
            var value = digit <= '9' ? digit - '0' : digit >= 'a' ? digit - 'a' + 10 : End;
            if (value is < 0 or > 15)
            {
                return End;
            }

            unit = (unit << 4) | value;
        }

        return unit;
    }
}
