using System.Buffers.Binary;

namespace ProxyWasm.Host.Engines;

/// <summary>
/// Checked access to the linear memory of a guest. The base address never moves (the engine reserves the whole range up
/// front) and memory never shrinks, so both are cached: the engine is only asked again when an access lies beyond the
/// known length, because the guest may have grown its memory since.
/// Spans must not be kept over a call into the guest or past the host call that asked for them.
/// </summary>
internal sealed unsafe class GuestMemory(nint address, Func<long> measure)
{
    private readonly byte* _base = (byte*)address;
    private long _length = measure();

    /// <summary>Current length in bytes.</summary>
    public long Length => _length = measure();

    /// <summary>
    /// Views <paramref name="size"/> bytes at <paramref name="pointer"/>; size 0 is valid at any address.
    /// </summary>
    public bool TryView(int pointer, int size, out Span<byte> view)
    {
        if (size == 0)
        {
            view = [];
            return true;
        }

        var end = (ulong)(uint)pointer + (uint)size;
        if (end > (ulong)_length && end > (ulong)Length || (uint)size > int.MaxValue)
        {
            view = [];
            return false;
        }

        view = new Span<byte>(_base + (uint)pointer, size);
        return true;
    }

    public bool TryReadUInt32(int pointer, out uint value)
    {
        if (!TryView(pointer, sizeof(uint), out var view))
        {
            value = 0;
            return false;
        }

        value = BinaryPrimitives.ReadUInt32LittleEndian(view);
        return true;
    }

    public bool TryWriteUInt32(int pointer, uint value)
    {
        if (!TryView(pointer, sizeof(uint), out var view))
        {
            return false;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(view, value);
        return true;
    }

    public bool TryWriteUInt64(int pointer, ulong value)
    {
        if (!TryView(pointer, sizeof(ulong), out var view))
        {
            return false;
        }

        BinaryPrimitives.WriteUInt64LittleEndian(view, value);
        return true;
    }

    public bool TryWrite(int pointer, ReadOnlySpan<byte> data)
    {
        if (!TryView(pointer, data.Length, out var view))
        {
            return false;
        }

        data.CopyTo(view);
        return true;
    }
}
