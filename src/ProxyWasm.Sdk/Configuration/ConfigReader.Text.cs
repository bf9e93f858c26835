using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Configuration;

public ref partial struct ConfigReader
{
    /// <summary>Reads text.</summary>
    public string ReadString() => Utf8Text.Decode(ReadText());

    /// <summary>Reads text as UTF-8.</summary>
    /// <returns>Empty after an error.</returns>
    public ReadOnlySpan<byte> ReadText()
    {
        if (!Take((byte)'"'))
        {
            Fail("expected text in quotes"u8);
        }

        var text = default(TextBuffer);
        var before = 0;
        while (!HasFailed)
        {
            var unit = ReadUnit();
            if (unit == '"')
            {
                return text.Written;
            }

            if (unit < ' ')
            {
                Fail(unit == End
                    ? "text without its closing quote"u8
                    : "a control character in text must be written as an escape"u8);
            }
            else if (unit == '\\')
            {
                before = AppendEscape(ref text, before);
            }
            else
            {
                text.Append((byte)unit);
                before = 0;
            }
        }

        return default;
    }

    // Of the escapes that stand for a UTF-16 unit each, two may be one character.
    private int AppendEscape(ref TextBuffer text, int before)
    {
        const int BytesOfReplacement = 3;

        var unit = ReadEscape();
        if (unit < 0)
        {
            Fail("an escape that JSON does not have"u8);
            return 0;
        }

        var rune = unit;
        if (Utf8Text.IsSurrogate(unit))
        {
            rune = Utf8Text.Replacement;
            if (Utf8Text.IsPair(before, unit))
            {
                text.Length -= BytesOfReplacement;
                rune = Utf8Text.Pair(before, unit);
                unit = 0;
            }
        }

        text.AppendRune(rune);
        return unit;
    }

    // What the escape stands for; negative when there is no such.
    private int ReadEscape()
    {
        var letter = ReadUnit();
        if (letter != 'u')
        {
            // Pairs of a letter and what it stands for.
            var escapes = "\"\"\\\\//b\bf\fn\nr\rt\t"u8;
            for (var i = 0; i < escapes.Length; i += 2)
            {
                if (escapes[i] == letter)
                {
                    return escapes[i + 1];
                }
            }

            return End;
        }

        var unit = 0;
        for (var digits = 4; digits > 0; digits--)
        {
            var digit = ReadUnit();
            var value = digit - '0';
            if ((uint)value > 9)
            {
                value = (digit | 0x20) - 'a' + 10;
                if (value is < 10 or > 15)
                {
                    return End;
                }
            }

            unit = (unit << 4) | value;
        }

        return unit;
    }

    // The next byte, or End; passes over it.
    private int ReadUnit()
    {
        var unit = Peek;
        _position += unit == End ? 0 : 1;
        return unit;
    }
}
