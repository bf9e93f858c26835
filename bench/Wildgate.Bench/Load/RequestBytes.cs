using System.Globalization;
using System.Text;

namespace Wildgate.Bench.Load;

/// <summary>
/// One request as the bytes of the wire: a head, a block that repeats, and a tail, so that a body of any size costs
/// the memory of one block. Immutable and shared by all connections.
/// </summary>
internal sealed class RequestBytes
{
    /// <summary>Body bytes per block, and per chunk of a chunked body.</summary>
    public const int BlockBytes = 64 * 1024;

    private readonly byte[] _head;
    private readonly byte[] _block;
    private readonly byte[] _tail;
    private readonly long _tailOffset;

    private RequestBytes(byte[] head, byte[] block, long blocks, byte[] tail)
    {
        _head = head;
        _block = block;
        _tail = tail;
        _tailOffset = head.Length + (blocks * block.Length);
    }

    public long Length => _tailOffset + _tail.Length;

    /// <summary>Whether the answer has no body because the method is HEAD.</summary>
    public required bool IsHead { get; init; }

    public static RequestBytes Create(LoadTarget target, string method, long bodySize, bool chunked)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bodySize);
        var framing = chunked ? "transfer-encoding: chunked\r\n"
            : bodySize > 0 ? string.Create(CultureInfo.InvariantCulture, $"content-length: {bodySize}\r\n")
            : "";
        var head = Encoding.ASCII.GetBytes(
            $"{method} {target.Path} HTTP/1.1\r\nhost: {target.Authority}\r\nuser-agent: wildgate-bench\r\n"
            + $"accept: */*\r\n{framing}\r\n");
        var (blocks, rest) = Math.DivRem(bodySize, BlockBytes);
        var block = chunked ? Chunk(BlockBytes) : Data(BlockBytes);
        byte[] tail = chunked ? [.. rest > 0 ? Chunk((int)rest) : [], .. "0\r\n\r\n"u8] : Data((int)rest);

        // One segment goes out with one system call, which is what a small request should cost.
        return blocks == 0
            ? new RequestBytes([.. head, .. tail], block, 0, []) { IsHead = method == "HEAD" }
            : new RequestBytes(head, block, blocks, tail) { IsHead = method == "HEAD" };
    }

    /// <summary>The bytes that follow at <paramref name="offset"/>, as far as they lie together.</summary>
    public ReadOnlySpan<byte> At(long offset)
    {
        if (offset < _head.Length)
        {
            return _head.AsSpan((int)offset);
        }

        return offset < _tailOffset
            ? _block.AsSpan((int)((offset - _head.Length) % _block.Length))
            : _tail.AsSpan((int)(offset - _tailOffset));
    }

    private static byte[] Chunk(int size) =>
        [.. Encoding.ASCII.GetBytes(size.ToString("x", CultureInfo.InvariantCulture)), .. "\r\n"u8, .. Data(size),
            .. "\r\n"u8];

    private static byte[] Data(int size)
    {
        var data = new byte[size];
        for (var i = 0; i < size; i++)
        {
            data[i] = (byte)('a' + (i % 26));
        }

        return data;
    }
}
