using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.ForeignFunctions;

/// <summary>The functions <c>compress</c> and <c>uncompress</c>: zlib streams (RFC 1950).</summary>
internal static class Compression
{
    // Small input can become very large, and all of it takes time in which the worker serves nobody.
    private const int MaxBytes = 16 * 1024 * 1024;
    private const int ChunkBytes = 16 * 1024;

    // .NET's zlib takes its middle course at 6; from 7 on it compresses as the classic library does at its
    // default of 6.
    private static readonly ZLibCompressionOptions Classic = new() { CompressionLevel = 7 };

    private static ReadOnlySpan<byte> EmptyStream => [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1];

    public static Status Compress(ReadOnlySpan<byte> argument, IBufferWriter<byte> result)
    {
        if (argument.Length > MaxBytes)
        {
            return Status.SerializationFailure;
        }

        if (argument.IsEmpty)
        {
            // The library writes nothing at all when it gets nothing.
            result.Write(EmptyStream);
            return Status.Ok;
        }

        using var zlib = new ZLibStream(new BufferWriterStream(result), Classic);
        zlib.Write(argument);
        return Status.Ok;
    }

    public static unsafe Status Uncompress(ReadOnlySpan<byte> argument, IBufferWriter<byte> result)
    {
        if (argument.Length < Adler32.Bytes)
        {
            return Status.SerializationFailure;
        }

        fixed (byte* bytes = argument)
        {
            using var zlib = new ZLibStream(
                new UnmanagedMemoryStream(bytes, argument.Length), CompressionMode.Decompress);
            try
            {
                // The library is content with a stream that was cut off; the checksum at its end tells.
                var expected = BinaryPrimitives.ReadUInt32BigEndian(argument[^Adler32.Bytes..]);
                return TryCopy(zlib, result, out var sum) && sum == expected ? Status.Ok : Status.SerializationFailure;
            }
            catch (InvalidDataException)
            {
                return Status.SerializationFailure;
            }
        }
    }

    private static bool TryCopy(ZLibStream zlib, IBufferWriter<byte> result, out uint checksum)
    {
        checksum = Adler32.Start;
        var total = 0;
        while (total <= MaxBytes)
        {
            var chunk = result.GetSpan(ChunkBytes)[..ChunkBytes];
            var count = zlib.Read(chunk);
            if (count == 0)
            {
                return true;
            }

            checksum = Adler32.Append(checksum, chunk[..count]);
            result.Advance(count);
            total += count;
        }

        return false;
    }
}
