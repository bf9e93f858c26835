using System.Buffers.Binary;
using System.Text;

namespace ProxyWasm.Compiler.Linking;

/// <summary>Writes WebAssembly's binary format.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Byte(int value)
    {
        if (Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, Length * 2);
        }

        _bytes[Length++] = (byte)value;
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        if (Length + value.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length + value.Length, _bytes.Length * 2));
        }

        value.CopyTo(_bytes.AsSpan(Length));
        Length += value.Length;
    }

    public void Unsigned(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((int)(value & 0x7F) | 0x80);
            value >>= 7;
        }

        Byte((int)value);
    }

    public void Unsigned(int value) => Unsigned((ulong)(uint)value);

    public void Signed(long value)
    {
        while (true)
        {
            var low = (int)(value & 0x7F);
            value >>= 7;
            if ((value == 0 && (low & 0x40) == 0) || (value == -1 && (low & 0x40) != 0))
            {
                Byte(low);
                return;
            }

            Byte(low | 0x80);
        }
    }

    public void Single(int bits)
    {
        Span<byte> buffer = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(buffer, bits);
        Bytes(buffer);
    }

    public void Double(long bits)
    {
        Span<byte> buffer = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(buffer, bits);
        Bytes(buffer);
    }

    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Unsigned(bytes.Length);
        Bytes(bytes);
    }

    /// <summary>The content of another writer with its length in front.</summary>
    public void Sized(ByteWriter content)
    {
        Unsigned(content.Length);
        Bytes(content.Written);
    }

    public void Section(int id, ByteWriter content)
    {
        Byte(id);
        Sized(content);
    }

    public byte[] ToArray() => Written.ToArray();
}
