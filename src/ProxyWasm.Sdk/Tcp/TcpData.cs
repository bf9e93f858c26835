using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Tcp;

/// <summary>Bytes of one direction of a connection that the host holds.</summary>
public sealed class TcpData
{
    private readonly TcpFilter _filter;
    private readonly StreamType _direction;

    internal TcpData(TcpFilter filter, StreamType direction)
    {
        _filter = filter;
        _direction = direction;
    }

    /// <summary>Bytes that are there.</summary>
    public int Length { get; internal set; }

    /// <summary>Whether the sender has said that nothing more comes.</summary>
    public bool IsLast { get; internal set; }

    private BufferType Buffer =>
        _direction == StreamType.Downstream ? BufferType.DownstreamData : BufferType.UpstreamData;

    /// <summary>Reads all bytes that are there.</summary>
    /// <returns>Valid until the callback ends or something is awaited; empty when there are none.</returns>
    public ReadOnlySpan<byte> Read()
    {
        _filter.SeeData(_direction);
        Hostcalls.GetBufferBytes(Buffer, 0, Length, out var bytes);
        return bytes;
    }

    /// <summary>Puts other bytes in the place of those that are there.</summary>
    /// <returns>Whether the host has accepted them.</returns>
    public bool Replace(ReadOnlySpan<byte> bytes)
    {
        _filter.SeeData(_direction);
        if (Hostcalls.SetBufferBytes(Buffer, 0, int.MaxValue, bytes) != Status.Ok)
        {
            return false;
        }

        Length = bytes.Length;
        return true;
    }

    internal TcpData Fill(int size, int endOfStream)
    {
        Length = size;
        IsLast = endOfStream != 0;
        return this;
    }
}
