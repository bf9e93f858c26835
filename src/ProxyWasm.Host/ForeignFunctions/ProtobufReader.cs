using System.Text.Unicode;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>
/// Walks the fields of a protobuf message that a guest made: the few messages of the foreign functions do not need a
/// compiler for schemas. Unknown fields can be skipped; groups, which no schema in use has, are malformed.
/// </summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> _rest = message;
    private int _wireType = Varint;

    /// <summary>Number of the current field.</summary>
    public int Field { get; private set; }

    /// <summary>Whether the message ended in a way that no encoder produces.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>Value of a current field that is a number; 0 for others.</summary>
    public ulong Number { get; private set; }

    /// <summary>Bytes of a current field that is bytes or text; empty for others.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>Whether the current field has this number and is a number.</summary>
    public readonly bool IsNumber(int field) => Field == field && _wireType == Varint;

    /// <summary>Whether the current field has this number and is bytes.</summary>
    public readonly bool IsBytes(int field) => Field == field && _wireType == LengthDelimited;

    /// <summary>Whether the current field has this number and is text; text that is not UTF-8 is malformed.</summary>
    public bool IsText(int field)
    {
        if (!IsBytes(field))
        {
            return false;
        }

        IsMalformed |= !Utf8.IsValid(Bytes);
        return true;
    }

    /// <summary>Goes to the next field; false at the end, which may be early: see <see cref="IsMalformed"/>.</summary>
    public bool Read()
    {
        if (_rest.IsEmpty || IsMalformed)
        {
            return false;
        }

        IsMalformed = !TryReadField();
        return !IsMalformed;
    }

    private bool TryReadField()
    {
        Bytes = [];
        if (!TryReadVarint(out var tag) || tag >> 3 is 0 or > 536_870_911)
        {
            return false;
        }

        Field = (int)(tag >> 3);
        _wireType = (int)(tag & 7);
        Number = 0;
        switch (_wireType)
        {
            case Varint:
                var read = TryReadVarint(out var number);
                Number = number;
                return read;
            case Fixed64:
                return TryTake(sizeof(ulong), out _);
            case Fixed32:
                return TryTake(sizeof(uint), out _);
            case LengthDelimited:
                if (!TryReadVarint(out var length)
                    || length > (ulong)_rest.Length
                    || !TryTake((int)length, out var bytes))
                {
                    return false;
                }

                Bytes = bytes;
                return true;
            default:
                return false;
        }
    }

    private bool TryTake(int count, out ReadOnlySpan<byte> bytes)
    {
        if (count > _rest.Length)
        {
            bytes = [];
            return false;
        }

        bytes = _rest[..count];
        _rest = _rest[count..];
        return true;
    }

    private bool TryReadVarint(out ulong value)
    {
        const int MaxBytes = 10;
        value = 0;
        for (var i = 0; i < MaxBytes && i < _rest.Length; i++)
        {
            var part = _rest[i];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return true;
            }
        }

        return false;
    }
}
