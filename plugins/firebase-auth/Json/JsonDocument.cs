namespace FirebaseAuth.Json;

/// <summary>
/// A strict reader of JSON (RFC 8259) over bytes that it may change: escapes are resolved in place. Besides what the
/// grammar forbids it refuses invalid UTF-8, lone surrogates, more than one member of the same name, and depth and size
/// beyond its limits. One document is reused for one text after the other and then allocates nothing.
/// </summary>
internal sealed class JsonDocument
{
    public const int None = -1;
    public const int Root = 0;

    private const int MaxDepth = 16;
    private const int MaxNodes = 4096;
    private const int MaxMembers = 256;

    private JsonNode[] _nodes = new JsonNode[64];
    private byte[] _text = [];
    private int _count;
    private int _position;
    private int _end;

    /// <summary>Reads the first <paramref name="length"/> bytes; false when they are not one JSON text.</summary>
    public bool TryRead(byte[] text, int length)
    {
        (_text, _end, _position, _count) = (text, length, 0, 0);
        SkipSpace();
        if (!Value(0))
        {
            return false;
        }

        SkipSpace();
        return _position == _end;
    }

    public JsonKind Kind(int node) => node == None ? JsonKind.Null : _nodes[node].Kind;

    public bool IsObject(int node) => node != None && _nodes[node].Kind == JsonKind.Object;

    /// <summary>The text of a string without its quotes, of a number as it is written.</summary>
    public ReadOnlySpan<byte> Text(int node) => _text.AsSpan(_nodes[node].Start, _nodes[node].Length);

    /// <summary>The value of a member, <see cref="None"/> when there is none or this is not an object.</summary>
    public int Find(int container, scoped ReadOnlySpan<byte> name)
    {
        if (!IsObject(container))
        {
            return None;
        }

        for (var node = container + 1; node < _nodes[container].Next; node = _nodes[node + 1].Next)
        {
            if (Text(node).SequenceEqual(name))
            {
                return node + 1;
            }
        }

        return None;
    }

    /// <summary>
    /// The first member name of an object or element of an array, <see cref="None"/> when it is empty.
    /// </summary>
    public int First(int container) => _nodes[container].Next == container + 1 ? None : container + 1;

    /// <summary>What follows a value or a member's value in its container, <see cref="None"/> at the end.</summary>
    public int After(int node, int container) =>
        _nodes[node].Next < _nodes[container].Next ? _nodes[node].Next : None;

    /// <summary>The string value of a member; false when it is missing or something else.</summary>
    public bool TryText(int container, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> text)
    {
        var node = Find(container, name);
        text = Kind(node) == JsonKind.String ? Text(node) : default;
        return Kind(node) == JsonKind.String;
    }

    private bool Value(int depth)
    {
        if (_position == _end || depth > MaxDepth)
        {
            return false;
        }

        return _text[_position] switch
        {
            (byte)'{' => Object(depth),
            (byte)'[' => Array(depth),
            (byte)'"' => String(),
            (byte)'t' => Literal("true"u8, JsonKind.True),
            (byte)'f' => Literal("false"u8, JsonKind.False),
            (byte)'n' => Literal("null"u8, JsonKind.Null),
            _ => Number(),
        };
    }

    private bool Object(int depth)
    {
        var container = Open(JsonKind.Object);
        if (container == None)
        {
            return false;
        }

        if (Skip('}'))
        {
            return Close(container);
        }

        for (var members = 0; members < MaxMembers; members++)
        {
            var name = _count;
            if (!String() || IsKnown(container, name))
            {
                return false;
            }

            if (!Skip(':') || !Value(depth + 1))
            {
                return false;
            }

            if (Skip('}'))
            {
                return Close(container);
            }

            if (!Skip(','))
            {
                return false;
            }
        }

        return false;
    }

    private bool Array(int depth)
    {
        var container = Open(JsonKind.Array);
        if (container == None)
        {
            return false;
        }

        if (Skip(']'))
        {
            return Close(container);
        }

        while (Value(depth + 1))
        {
            if (Skip(']'))
            {
                return Close(container);
            }

            if (!Skip(','))
            {
                return false;
            }
        }

        return false;
    }

    // Two readers that disagree on which of two members counts would disagree on who the user is.
    private bool IsKnown(int container, int name)
    {
        for (var node = container + 1; node < name; node = _nodes[node + 1].Next)
        {
            if (Text(node).SequenceEqual(Text(name)))
            {
                return true;
            }
        }

        return false;
    }

    private bool String()
    {
        if (_position == _end || _text[_position] != '"')
        {
            return false;
        }

        var start = _position + 1;
        var end = JsonString.Resolve(_text.AsSpan(0, _end), start, out var length);
        if (end < 0)
        {
            return false;
        }

        _position = end;
        return Add(JsonKind.String, start, length) != None;
    }

    private bool Literal(ReadOnlySpan<byte> word, JsonKind kind)
    {
        if (!_text.AsSpan(_position, _end - _position).StartsWith(word))
        {
            return false;
        }

        _position += word.Length;
        return Add(kind, _position - word.Length, word.Length) != None;
    }

    private bool Number()
    {
        var length = JsonNumber.Length(_text.AsSpan(_position, _end - _position));
        if (length == 0)
        {
            return false;
        }

        _position += length;
        return Add(JsonKind.Number, _position - length, length) != None;
    }

    private int Open(JsonKind kind)
    {
        var node = Add(kind, _position, 0);
        _position++;
        SkipSpace();
        return node;
    }

    private bool Close(int container)
    {
        _nodes[container].Next = _count;
        return true;
    }

    private int Add(JsonKind kind, int start, int length)
    {
        if (_count == _nodes.Length)
        {
            if (_count == MaxNodes)
            {
                return None;
            }

            System.Array.Resize(ref _nodes, _count * 2);
        }

        _nodes[_count] = new JsonNode { Kind = kind, Start = start, Length = length, Next = _count + 1 };
        return _count++;
    }

    private bool Skip(char mark)
    {
        SkipSpace();
        if (_position == _end || _text[_position] != mark)
        {
            return false;
        }

        _position++;
        SkipSpace();
        return true;
    }

    private void SkipSpace()
    {
        while (_position < _end && _text[_position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            _position++;
        }
    }
}
