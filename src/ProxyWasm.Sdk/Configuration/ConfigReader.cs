using System.Runtime.CompilerServices;
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

    // Whether the list or object that is read has had nothing yet.
    private bool _isFirst;

    // The path of what is read; after an error, the text of the error.
    private TextBuffer _path;

    /// <summary>Begins to read.</summary>
    /// <param name="json">UTF-8; nothing but white space is an empty object.</param>
    public ConfigReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _path.Append("configuration"u8);
        SkipSpace();
        if (Peek == End)
        {
            _json = "{}"u8;
            _position = 0;
        }
    }

    /// <summary>Whether something is wrong.</summary>
    public bool HasFailed { get; private set; }

    // The byte that is next, or End.
    private readonly int Peek => (uint)_position < (uint)_json.Length ? _json[_position] : End;

    /// <summary>Reads a whole configuration.</summary>
    /// <param name="json">UTF-8; empty is an empty object.</param>
    /// <param name="error">What is wrong, with path and line, in UTF-8, or empty.</param>
    /// <returns>The configuration, or null when something is wrong with it.</returns>
    public static TConfig? ReadAll<TConfig>(ReadOnlySpan<byte> json, out ReadOnlySpan<byte> error)
        where TConfig : class, IPluginConfig<TConfig>
    {
        var reader = new ConfigReader(json);
        var config = TConfig.Read(ref reader);
        error = reader.Finish();
        return error.IsEmpty ? config : null;
    }

    /// <summary>Begins an object with known fields.</summary>
    /// <param name="count">Number of known fields.</param>
    /// <returns>For <see cref="NextField(ReadOnlySpan{byte}, int[])"/>; null when there is no object.</returns>
    public int[]? BeginObject(int count)
    {
        if (!BeginMap())
        {
            return null;
        }

        // Where the path of the object ends, and then for each field whether it has been there.
        var fields = new int[1 + count];
        fields[0] = _path.Length;
        return fields;
    }

    /// <summary>Steps to the value of the next field of an object.</summary>
    /// <param name="known">The names of all fields, as <c>name, part, sizes</c>.</param>
    /// <param name="fields">What <see cref="BeginObject"/> has returned.</param>
    /// <returns>The number of the field, from 1; 0 when the object is over.</returns>
    public int NextField(scoped ReadOnlySpan<byte> known, int[] fields)
    {
        Leave(fields[0]);
        if (!NextField(out var name))
        {
            return 0;
        }

        Enter(name);
        var number = NumberOf(name, known);
        if (number == 0)
        {
            Fail(known.IsEmpty ? "there are no fields"u8 : "there is no such field; known are "u8, known);
        }
        else if (fields[number]++ != 0)
        {
            FailTwice();
        }

        return HasFailed ? 0 : number;
    }

    /// <summary>Begins an object whose fields have names of any kind.</summary>
    /// <returns>Whether there is one.</returns>
    public bool BeginMap() => Begin((byte)'{', "expected an object"u8);

    /// <summary>Steps to the next field of an object.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether there is one; else the object is over.</returns>
    public bool NextField(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!Next((byte)'}'))
        {
            return false;
        }

        name = ReadText();
        SkipSpace();
        if (!Take((byte)':'))
        {
            Fail("expected `:` after the name of a field"u8);
        }

        SkipSpace();
        return !HasFailed;
    }

    /// <summary>Begins an array.</summary>
    /// <returns>Whether there is one.</returns>
    public bool BeginArray() => Begin((byte)'[', "expected an array"u8);

    /// <summary>Steps to the next element of an array.</summary>
    /// <returns>Whether there is one; else the array is over.</returns>
    public bool NextElement() => Next((byte)']');

    /// <summary>Passes over a null.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryReadNull() => TryTake("null"u8);

    private static int NumberOf(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> known)
    {
        // The place in the name; past its end once a byte has differed.
        var place = 0;
        var number = 1;
        foreach (var unit in known)
        {
            if (unit == ' ')
            {
                continue;
            }

            if (unit != ',')
            {
                place = (uint)place < (uint)name.Length && name[place] == unit ? place + 1 : int.MaxValue;
                continue;
            }

            if (place == name.Length)
            {
                return number;
            }

            place = 0;
            number++;
        }

        return place == name.Length && !known.IsEmpty ? number : 0;
    }

    private bool Begin(byte bracket, scoped ReadOnlySpan<byte> problem)
    {
        if (!Take(bracket))
        {
            Fail(problem);
        }
        else if (++_depth > MostDepth)
        {
            Fail("it is nested too deeply"u8);
        }

        _isFirst = true;
        return !HasFailed;
    }

    private bool Next(byte bracket)
    {
        SkipSpace();
        var isFirst = _isFirst;
        _isFirst = false;
        if (Take(bracket))
        {
            _depth--;
            return false;
        }

        if (!isFirst && !Take((byte)','))
        {
            Fail("expected `,` or the end"u8);
        }

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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SkipSpace()
    {
        while (Peek is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }
}
