using System.Buffers;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>
/// Room for one value on its way to the guest, kept from call to call. One per group of host functions of a virtual
/// machine, where only one runs at a time.
/// </summary>
internal sealed class ScratchBuffer
{
    // What one unusually large value needed is given back; usual values are far below.
    private const int MaxKeptBytes = 256 * 1024;

    private ArrayBufferWriter<byte> _buffer = new(256);

    /// <summary>The buffer, empty; what the last renter wrote is gone.</summary>
    public ArrayBufferWriter<byte> Rent()
    {
        if (_buffer.Capacity > MaxKeptBytes)
        {
            _buffer = new ArrayBufferWriter<byte>(256);
        }

        _buffer.ResetWrittenCount();
        return _buffer;
    }
}
