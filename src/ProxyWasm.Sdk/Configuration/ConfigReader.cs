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
    private const int End = -1;

    private readonly ReadOnlySpan<byte> _json;
    private int _position;
    private int _depth;
    private TextBuffer _path;
    private byte[]? _error;

    /// <summary>Begins to read.</summary>
    /// <param name="json">UTF-8; nothing but white space is an empty object.</param>
    public ConfigReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        SkipSpace();
        if (Peek == End)
        {
            _json = "{}"u8;
            _position = 0;
        }
    }

    /// <summary>What is wrong, with path and line, in UTF-8; empty while nothing is.</summary>
    public readonly ReadOnlySpan<byte> Error => _error;

    /// <summary>Whether something is wrong.</summary>
    public readonly bool HasFailed => _error is not null;

    // The byte that is next, or End.
    private readonly int Peek => (uint)_position < (uint)_json.Length ? _json[_position] : End;

    /// <summary>Reads a whole configuration.</summary>
    /// <param name="json">UTF-8; empty is an empty object.</param>
    /// <param name="error">What is wrong, in UTF-8, or empty.</param>
    /// <returns>The configuration, or null when something is wrong with it.</returns>
    public static TConfig? ReadAll<TConfig>(ReadOnlySpan<byte> json, out ReadOnlySpan<byte> error)
        where TConfig : class, IPluginConfig<TConfig>
    {
        var reader = new ConfigReader(json);
        var config = TConfig.Read(ref reader);
        reader.RequireEnd();
        error = reader._error;
        return reader.HasFailed ? null : config;
    }

    /// <summary>Begins an object.</summary>
    /// <returns>Whether there is one.</returns>
    public bool BeginObject() => Begin((byte)'{', "expected an object"u8);

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
        SkipSpace();
        if (!Take((byte)':'))
        {
            Fail("expected `:` after the name of a field"u8);
            return false;
        }

        SkipSpace();
        return true;
    }

    /// <summary>Begins an array.</summary>
    /// <returns>Whether there is one.</returns>
    public bool BeginArray() => Begin((byte)'[', "expected an array"u8);

    /// <summary>Steps to the next element of an array.</summary>
    /// <param name="isFirst">Whether no element has been read; becomes false.</param>
    /// <returns>Whether there is one; else the array is over.</returns>
    public bool NextElement(ref bool isFirst) => Next((byte)']', ref isFirst);

    /// <summary>Reads text.</summary>
    public string ReadString() => Utf8Text.Decode(ReadText());

    /// <summary>Passes over a null.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryReadNull() => TryTake("null"u8);

    /// <summary>Goes into a field, for the paths of errors.</summary>
    /// <param name="name">Name of the field.</param>
    /// <returns>Where it came from; for <see cref="Leave"/>.</returns>
    public int Enter(scoped ReadOnlySpan<byte> name)
    {
        var outer = _path.Length;
        if (outer > 0)
        {
            _path.Append((byte)'.');
        }

        _path.Append(name);
        return outer;
    }

    /// <summary>Goes into an element of an array, for the paths of errors.</summary>
    /// <param name="index">Number of the element, from 0.</param>
    /// <returns>Where it came from; for <see cref="Leave"/>.</returns>
    public int EnterElement(int index)
    {
        var outer = _path.Length;
        _path.Append((byte)'[');
        _path.Append(index);
        _path.Append((byte)']');
        return outer;
    }

    /// <summary>Goes back to where <see cref="Enter"/> came from.</summary>
    public void Leave(int outer) => _path.Length = outer;

    /// <summary>Notes that something is wrong at the present place, unless something was wrong before.</summary>
    /// <param name="problem">What is expected or wrong, in UTF-8.</param>
    public void Fail(scoped ReadOnlySpan<byte> problem)
    {
        if (HasFailed)
        {
            return;
        }

        var line = 1;
        for (var i = 0; i < _position; i++)
        {
            line += _json[i] == '\n' ? 1 : 0;
        }

        var text = new TextBuffer(stackalloc byte[256]);
        text.Append("line "u8);
        text.Append(line);
        text.Append(": "u8);
        text.Append(_path.Length == 0 ? "the configuration"u8 : _path.Written);
        text.Append(": "u8);
        text.Append(problem);
        _error = text.Written.ToArray();
        _position = _json.Length;
    }

    /// <summary>Notes that a field is missing.</summary>
    /// <param name="name">Name of the field.</param>
    public void FailRequired(scoped ReadOnlySpan<byte> name)
    {
        Enter(name);
        Fail("it is required"u8);
    }

    /// <summary>Notes that the present field has been there before.</summary>
    public void FailTwice() => Fail("it is there twice"u8);

    /// <summary>Notes that there is no such field.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="known">The fields that exist.</param>
    public void FailUnknown(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> known)
    {
        Enter(name);
        var text = new TextBuffer(stackalloc byte[256]);
        text.Append("there is no such field; known are "u8);
        text.Append(known);
        Fail(text.Written);
    }

    /// <summary>Requires that nothing follows.</summary>
    public void RequireEnd()
    {
        SkipSpace();
        if (Peek != End)
        {
            Fail("there is something after the end"u8);
        }
    }

    private bool Begin(byte bracket, scoped ReadOnlySpan<byte> problem)
    {
        if (!Take(bracket))
        {
            Fail(problem);
            return false;
        }

        if (++_depth > MostDepth)
        {
            Fail("it is nested too deeply"u8);
            return false;
        }

        return true;
    }

    private bool Next(byte bracket, ref bool isFirst)
    {
        SkipSpace();
        if (Take(bracket))
        {
            _depth--;
            return false;
        }

        if (!isFirst && !Take((byte)','))
        {
            Fail("expected `,` or the end"u8);
        }

        isFirst = false;
        SkipSpace();
        return !HasFailed;
    }

    private bool Take(byte expected)
    {
        var isThere = Peek == expected;
        _position += isThere ? 1 : 0;
        return isThere;
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
        while (Peek is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }
}
