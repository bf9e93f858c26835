using System.Buffers.Binary;
using System.Text;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Properties;

/// <summary>
/// Takes the value of one property in the form guests expect (section 3.8 of the ABI reference). Reused from call to
/// call.
/// </summary>
internal sealed class PropertyBuffer
{
    private byte[] _bytes = new byte[256];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Room for <paramref name="count"/> more bytes, counted as written.</summary>
    public Span<byte> Take(int count)
    {
        var length = checked(_length + count);
        if (length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(length, _bytes.Length * 2));
        }

        var room = _bytes.AsSpan(_length, count);
        _length = length;
        return room;
    }

    public Status Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Take(value.Length));
        return Status.Ok;
    }

    /// <summary>Text of the proxy, as UTF-8; null means there is none.</summary>
    public Status Text(string? value)
    {
        if (value is null)
        {
            return Status.NotFound;
        }

        Encoding.UTF8.GetBytes(value, Take(Encoding.UTF8.GetByteCount(value)));
        return Status.Ok;
    }

    /// <summary>A header value, one byte per character; null means there is none.</summary>
    public Status Latin1(string? value)
    {
        if (value is null)
        {
            return Status.NotFound;
        }

        Encoding.Latin1.GetBytes(value, Take(value.Length));
        return Status.Ok;
    }

    public Status Number(long? value)
    {
        if (value is null)
        {
            return Status.NotFound;
        }

        BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value.Value);
        return Status.Ok;
    }

    public Status Flag(bool value)
    {
        Take(1)[0] = value ? (byte)1 : (byte)0;
        return Status.Ok;
    }

    public Status Instant(DateTimeOffset value) => Number(UnixTime.Nanoseconds(value));

    public Status Duration(TimeSpan? value) => Number(value?.Ticks * TimeSpan.NanosecondsPerTick);
}
