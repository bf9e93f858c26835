using System.Buffers.Binary;

namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>The length-prefixed form of a message: a flag for compression, four bytes of length, the message.</summary>
/// <remarks>https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md</remarks>
internal static class GrpcFrame
{
    public const int PrefixBytes = 5;

    public static int SizeOf(ReadOnlySpan<byte> message) => PrefixBytes + message.Length;

    public static byte[] Of(ReadOnlySpan<byte> message)
    {
        var frame = new byte[SizeOf(message)];
        Write(frame, message);
        return frame;
    }

    public static void Write(Span<byte> frame, ReadOnlySpan<byte> message)
    {
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame[1..], message.Length);
        message.CopyTo(frame[PrefixBytes..]);
    }
}
