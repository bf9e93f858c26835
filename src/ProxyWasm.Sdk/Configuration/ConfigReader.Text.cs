using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Configuration;

public ref partial struct ConfigReader
{
    /// <summary>Reads text as UTF-8.</summary>
    /// <returns>Empty after an error.</returns>
    private ReadOnlySpan<byte> ReadText()
    {
        if (Error is not null || _position == _json.Length || _json[_position] != '"')
        {
            Fail("expected text in quotes");
            return default;
        }

        var start = ++_position;
        for (; _position < _json.Length; _position++)
        {
            switch (_json[_position])
            {
                case (byte)'"':
                    return _json[start.._position++];
                case (byte)'\\':
                    return ReadEscaped(start);
                case < 0x20:
                    Fail("a control character in text must be written as an escape");
                    return default;
            }
        }

        Fail("text without its closing quote");
        return default;
    }

    private ReadOnlySpan<byte> ReadEscaped(int start)
    {
        var text = new TextBuffer(new byte[_position - start + 32]);
        text.Append(_json[start.._position]);
        while (_position < _json.Length)
        {
            var value = _json[_position++];
            switch (value)
            {
                case (byte)'"':
                    return text.Written;
                case (byte)'\\':
                    if (!ReadEscape(ref text))
                    {
                        Fail("an escape that JSON does not have");
                        return default;
                    }

                    break;
                case < 0x20:
                    Fail("a control character in text must be written as an escape");
                    return default;
                default:
                    text.Append(value);
                    break;
            }
        }

        Fail("text without its closing quote");
        return default;
    }

    private bool ReadEscape(ref TextBuffer text)
    {
        if (_position == _json.Length)
        {
            return false;
        }

        var value = _json[_position++];
        if (value == 'u')
        {
            return ReadUnits(ref text);
        }

        var plain = value switch
        {
            (byte)'"' or (byte)'\\' or (byte)'/' => value,
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => (byte)0,
        };
        text.Append(plain);
        return plain != 0;
    }

    private bool ReadUnits(ref TextBuffer text)
    {
        Span<char> units = stackalloc char[2];
        if (!TryReadUnit(out units[0]))
        {
            return false;
        }

        var count = 1;
        if (char.IsHighSurrogate(units[0]) && TryTake("\\u"u8))
        {
            if (!TryReadUnit(out units[1]))
            {
                return false;
            }

            count = 2;
        }

        text.Append(units[..count]);
        return true;
    }

    private bool TryReadUnit(out char unit)
    {
        unit = '\0';
        if (_json.Length - _position < 4)
        {
            return false;
        }

        var value = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = _json[_position++];
            var number = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (number < 0)
            {
                return false;
            }

            value = (value << 4) | number;
        }

        unit = (char)value;
        return true;
    }
}
