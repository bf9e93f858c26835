using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Configuration;

/// <summary>
/// Reads JSON (RFC 8259) strictly and in order, and keeps the first error with its path and line. It is what generated
/// code reads configurations with: a small part of the base library's reader in size.
/// </summary>
/// <remarks>After an error every member answers as if the input had ended.</remarks>
public ref partial struct ConfigReader
{
    private const int MostDepth = 64;

    private readonly ReadOnlySpan<byte> _json;
    private int _position;
    private int _depth;
    private string _path = "";

    /// <summary>Begins to read.</summary>
    /// <param name="json">UTF-8; nothing but white space is an empty object.</param>
    public ConfigReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        SkipSpace();
        if (_position == json.Length)
        {
            _json = "{}"u8;
            _position = 0;
        }
    }

    /// <summary>What is wrong, with path and line; null while nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>Reads a whole configuration.</summary>
    /// <param name="json">UTF-8; empty is an empty object.</param>
    /// <param name="error">What is wrong, or empty.</param>
    /// <returns>The configuration, or null when something is wrong with it.</returns>
    public static TConfig? ReadAll<TConfig>(ReadOnlySpan<byte> json, out string error)
        where TConfig : class, IPluginConfig<TConfig>
    {
        var reader = new ConfigReader(json);
        var config = TConfig.Read(ref reader);
        reader.RequireEnd();
        error = reader.Error ?? "";
        return reader.Error is null ? config : null;
    }

    /// <summary>Begins an object.</summary>
    /// <returns>Whether there is one.</returns>
    public bool BeginObject() => Begin((byte)'{', "an object");

    /// <summary>Steps to the next field of an object.</summary>
    /// <param name="name">Its name; valid until the next member is called with a name.</param>
    /// <param name="isFirst">Whether no field has been read; becomes false.</param>
    /// <returns>Whether there is one; else the object is over.</returns>
    public bool NextField(out ReadOnlySpan<byte> name, ref bool isFirst)
    {
        name = default;
        if (!Next((byte)'}', ref isFirst))
        {
            return false;
        }

        name = ReadText();
        if (Error is not null || !Take((byte)':', "`:` after the name of a field"))
        {
            return false;
        }

        SkipSpace();
        return true;
    }

    /// <summary>Begins an array.</summary>
    /// <returns>Whether there is one.</returns>
    public bool BeginArray() => Begin((byte)'[', "an array");

    /// <summary>Steps to the next element of an array.</summary>
    /// <param name="isFirst">Whether no element has been read; becomes false.</param>
    /// <returns>Whether there is one; else the array is over.</returns>
    public bool NextElement(ref bool isFirst) => Next((byte)']', ref isFirst);

    /// <summary>Reads text.</summary>
    public string ReadString() => Utf8Text.Decode(ReadText());

    /// <summary>Reads true or false.</summary>
    public bool ReadBoolean()
    {
        if (TryTake("true"u8))
        {
            return true;
        }

        if (!TryTake("false"u8))
        {
            Fail("expected true or false");
        }

        return false;
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="least">The least that is acceptable.</param>
    /// <param name="most">The greatest that is acceptable.</param>
    public long ReadInteger(long least, long most)
    {
        var start = _position;
        var negative = TryTake("-"u8);
        var digits = _position;
        ulong value = 0;
        while (_position < _json.Length && _json[_position] is >= (byte)'0' and <= (byte)'9')
        {
            var digit = (ulong)(_json[_position++] - '0');
            value = value > (ulong.MaxValue - digit) / 10 ? ulong.MaxValue : (value * 10) + digit;
        }

        var isNumber = _position > digits
            && (_json[digits] != '0' || _position == digits + 1)
            && !(_position < _json.Length && _json[_position] is (byte)'.' or (byte)'e' or (byte)'E');
        if (!isNumber)
        {
            _position = start;
            Fail("expected a whole number");
            return least;
        }

        var limit = negative ? (ulong)long.MaxValue + 1 : long.MaxValue;
        var number = negative ? unchecked((long)(0 - value)) : (long)value;
        if (value > limit || number < least || number > most)
        {
            _position = start;
            FailRange(least, most);
            return least;
        }

        return number;
    }

    /// <summary>Passes over a null.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryReadNull() => Error is null && TryTake("null"u8);

    /// <summary>Goes into a field, for the paths of errors.</summary>
    /// <param name="name">Name of the field.</param>
    /// <returns>Where it came from; for <see cref="Leave"/>.</returns>
    public string Enter(string name)
    {
        var outer = _path;
        _path = outer.Length == 0 ? name : string.Concat(outer, ".", name);
        return outer;
    }

    /// <summary>Goes into an element of an array, for the paths of errors.</summary>
    /// <param name="index">Number of the element, from 0.</param>
    /// <returns>Where it came from; for <see cref="Leave"/>.</returns>
    public string EnterElement(int index)
    {
        var outer = _path;
        var text = new TextBuffer(stackalloc byte[32]);
        text.Append((byte)'[');
        text.Append(index);
        text.Append((byte)']');
        _path = string.Concat(outer, Utf8Text.Decode(text.Written));
        return outer;
    }

    /// <summary>Goes back to where <see cref="Enter"/> came from; not after an error, which keeps its place.</summary>
    public void Leave(string outer)
    {
        if (Error is null)
        {
            _path = outer;
        }
    }

    /// <summary>Notes that something is wrong at the present place, unless something was wrong before.</summary>
    /// <param name="problem">What is expected or wrong.</param>
    public void Fail(string problem)
    {
        if (Error is not null)
        {
            return;
        }

        var line = 1;
        foreach (var value in _json[.._position])
        {
            line += value == '\n' ? 1 : 0;
        }

        var text = new TextBuffer(stackalloc byte[256]);
        text.Append("line "u8);
        text.Append(line);
        text.Append(": "u8);
        text.Append(_path.Length == 0 ? "the configuration" : _path);
        text.Append(": "u8);
        text.Append(problem);
        Error = Utf8Text.Decode(text.Written);
        _position = _json.Length;
    }

    /// <summary>Requires that nothing follows.</summary>
    public void RequireEnd()
    {
        SkipSpace();
        if (_position < _json.Length)
        {
            Fail("there is something after the end");
        }
    }

    private bool Begin(byte bracket, string what)
    {
        if (Error is not null)
        {
            return false;
        }

        if (_position == _json.Length || _json[_position] != bracket)
        {
            Fail(string.Concat("expected ", what));
            return false;
        }

        if (++_depth > MostDepth)
        {
            Fail("it is nested too deeply");
            return false;
        }

        _position++;
        SkipSpace();
        return true;
    }

    private bool Next(byte bracket, ref bool isFirst)
    {
        if (Error is not null)
        {
            return false;
        }

        SkipSpace();
        if (_position < _json.Length && _json[_position] == bracket)
        {
            _position++;
            _depth--;
            SkipSpace();
            return false;
        }

        if (!isFirst && !Take((byte)',', "`,` or the end"))
        {
            return false;
        }

        isFirst = false;
        SkipSpace();
        return true;
    }

    private bool Take(byte expected, string what)
    {
        SkipSpace();
        if (_position < _json.Length && _json[_position] == expected)
        {
            _position++;
            return true;
        }

        Fail(string.Concat("expected ", what));
        return false;
    }

    private bool TryTake(scoped ReadOnlySpan<byte> text)
    {
        if (!_json[_position..].StartsWith(text))
        {
            return false;
        }

        _position += text.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_position < _json.Length && _json[_position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            _position++;
        }
    }
}
