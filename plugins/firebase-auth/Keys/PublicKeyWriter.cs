namespace FirebaseAuth.Keys;

/// <summary>Writes an RSA key as SubjectPublicKeyInfo (RFC 5280) in DER, from the end to the beginning.</summary>
internal ref struct PublicKeyWriter
{
    private readonly Span<byte> _target;
    private int _start;

    private PublicKeyWriter(Span<byte> target)
    {
        _target = target;
        _start = target.Length;
    }

    /// <summary>AlgorithmIdentifier: rsaEncryption, no parameters.</summary>
    public static ReadOnlySpan<byte> Algorithm =>
        [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];

    public static byte[] Write(ReadOnlySpan<byte> modulus, uint exponent)
    {
        var target = new byte[modulus.Length + 64];
        var writer = new PublicKeyWriter(target);
        writer.Key(modulus, exponent);
        return target[writer._start..];
    }

    private void Key(ReadOnlySpan<byte> modulus, uint exponent)
    {
        var end = _start;
        Span<byte> power = [(byte)(exponent >> 24), (byte)(exponent >> 16), (byte)(exponent >> 8), (byte)exponent];
        Integer(power);
        Integer(modulus);
        Head(DerReader.Sequence, end);
        Byte(0);
        Head(DerReader.BitString, end);
        Bytes(Algorithm);
        Head(DerReader.Sequence, end);
    }

    private void Integer(scoped ReadOnlySpan<byte> number)
    {
        var end = _start;
        number = number.TrimStart((byte)0);
        Bytes(number);
        if (number[0] >= 0x80)
        {
            Byte(0);
        }

        Head(DerReader.Integer, end);
    }

    private void Head(byte tag, int end)
    {
        var length = end - _start;
        Byte((byte)length);
        if (length >= 0x100)
        {
            Byte((byte)(length >> 8));
            Byte(0x82);
        }
        else if (length >= 0x80)
        {
            Byte(0x81);
        }

        Byte(tag);
    }

    private void Byte(byte value) => _target[--_start] = value;

    private void Bytes(scoped ReadOnlySpan<byte> value)
    {
        _start -= value.Length;
        value.CopyTo(_target[_start..]);
    }
}
