using System.Buffers;
using System.Text;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>Writes the few fields of the messages that foreign functions answer; default values are left out.</summary>
internal readonly ref struct ProtobufWriter(IBufferWriter<byte> target)
{
    private const int LengthDelimited = 2;

    public void Flag(int field, bool value)
    {
        if (value)
        {
            Varint((uint)field << 3);
            Varint(1);
        }
    }

    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        if (!value.IsEmpty)
        {
            Varint(((uint)field << 3) | LengthDelimited);
            Varint((uint)value.Length);
            target.Write(value);
        }
    }

    private void Varint(uint value)
    {
        Span<byte> bytes = stackalloc byte[5];
        var count = 0;
        for (; value >= 0x80; value >>= 7)
        {
            bytes[count++] = (byte)(value | 0x80);
        }

        bytes[count++] = (byte)value;
        target.Write(bytes[..count]);
    }
}
