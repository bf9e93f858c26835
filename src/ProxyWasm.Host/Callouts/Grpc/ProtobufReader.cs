namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>Walks over the fields of a serialised protobuf message; just what it takes to find a few strings.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> _rest = message;

    /// <summary>Whether the message is malformed; known when there is no further field.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>Bytes of the current field; empty for numbers.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public bool MoveNext()
    {
        Value = default;
        if (_rest.IsEmpty || IsMalformed)
        {
            return false;
        }

        if (!TryReadVarint(out var tag) || tag >> 3 is 0 or > 0x1FFFFFFF || !TrySkipValue((int)(tag & 7)))
        {
            IsMalformed = true;
            return false;
        }

        Field = (int)(tag >> 3);
        return true;
    }

    private bool TrySkipValue(int wireType)
    {
        switch (wireType)
        {
            case Varint:
                return TryReadVarint(out _);
            case Fixed64:
                return TryTake(8, out _);
            case Fixed32:
                return TryTake(4, out _);
            case LengthDelimited:
                if (!TryReadVarint(out var length) || !TryTake(length, out var value))
                {
                    return false;
                }

                Value = value;
                return true;
            default:
                // Groups are not used by the messages read here.
                return false;
        }
    }

    private bool TryTake(ulong count, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (count > (ulong)_rest.Length)
        {
            return false;
        }

        bytes = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return true;
    }

    private bool TryReadVarint(out ulong value)
    {
        const int MaxBytes = 10;
        value = 0;
        for (var i = 0; i < MaxBytes && i < _rest.Length; i++)
        {
            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
