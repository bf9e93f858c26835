namespace FirebaseAuth.Keys;

/// <summary>
/// Reads elements of DER (X.690) one after the other. What is not DER makes the read fail; nothing is skipped silently.
/// </summary>
internal ref struct DerReader(ReadOnlySpan<byte> text)
{
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte Null = 0x05;
    public const byte ObjectIdentifier = 0x06;
    public const byte Sequence = 0x30;
    public const byte Version = 0xA0;

    private ReadOnlySpan<byte> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly bool IsNext(byte tag) => !_rest.IsEmpty && _rest[0] == tag;

    /// <summary>Takes the next element if it has this tag.</summary>
    public bool TryRead(byte tag, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (!IsNext(tag) || !TryLength(out var start, out var length) || length > _rest.Length - start)
        {
            return false;
        }

        content = _rest.Slice(start, length);
        _rest = _rest[(start + length)..];
        return true;
    }

    /// <summary>Takes the next element as a sequence.</summary>
    public bool TryEnter(out DerReader sequence)
    {
        var isSequence = TryRead(Sequence, out var content);
        sequence = new DerReader(content);
        return isSequence;
    }

    /// <summary>Takes the next element as a positive integer, without the zero in front of a high bit.</summary>
    public bool TryPositive(out ReadOnlySpan<byte> number)
    {
        if (!TryRead(Integer, out number) || number.IsEmpty || number[0] >= 0x80)
        {
            return false;
        }

        if (number[0] == 0)
        {
            number = number[1..];
            return !number.IsEmpty && number[0] >= 0x80;
        }

        return true;
    }

    // Definite, in as few bytes as possible; two bytes of length are 64 KiB, more than any certificate.
    private readonly bool TryLength(out int start, out int length)
    {
        (start, length) = (2, 0);
        if (_rest.Length < 2)
        {
            return false;
        }

        switch (_rest[1])
        {
            case < 0x80:
                length = _rest[1];
                return true;

            case 0x81 when _rest.Length > 2:
                (start, length) = (3, _rest[2]);
                return length >= 0x80;

            case 0x82 when _rest.Length > 3:
                (start, length) = (4, (_rest[2] << 8) | _rest[3]);
                return length >= 0x100;

            default:
                return false;
        }
    }
}
