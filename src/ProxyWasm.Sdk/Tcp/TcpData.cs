using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Tcp;

/// <summary>Bytes of one direction of a connection that the host holds.</summary>
public sealed class TcpData
{
    private readonly BufferType _buffer;

    internal TcpData(BufferType buffer) => _buffer = buffer;

    /// <summary>Bytes that are there.</summary>
    public int Length { get; internal set; }

    /// <summary>Whether the sender has said that nothing more comes.</summary>
    public bool IsLast { get; internal set; }

    /// <summary>Reads all bytes that are there; valid until the callback ends.</summary>
    public ReadOnlySpan<byte> Read()
    {
        Hostcalls.GetBufferBytes(_buffer, 0, Length, out var bytes);
        return bytes;
    }

    /// <summary>Puts other bytes in the place of those that are there.</summary>
    /// <returns>Whether the host has accepted them.</returns>
    public bool Replace(ReadOnlySpan<byte> bytes) =>
        Hostcalls.SetBufferBytes(_buffer, 0, int.MaxValue, bytes) == Status.Ok;
}
