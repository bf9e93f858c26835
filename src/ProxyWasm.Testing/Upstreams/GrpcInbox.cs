using System.Buffers;
using System.Buffers.Binary;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Callouts.Grpc;

namespace ProxyWasm.Testing.Upstreams;

/// <summary>The gRPC messages that a plugin sends, taken out of their frames when somebody looks.</summary>
internal sealed class GrpcInbox(CalloutRequest request)
{
    private readonly List<ReadOnlyMemory<byte>> _messages = [];
    private bool _hasReadBody;
    private bool _hasEnded;

    public IReadOnlyList<ReadOnlyMemory<byte>> Messages
    {
        get
        {
            Read();
            return _messages;
        }
    }

    public bool HasEnded
    {
        get
        {
            Read();
            return _hasEnded;
        }
    }

    private void Read()
    {
        if (request.BodyReader is not { } reader)
        {
            if (!_hasReadBody && request.Version is not null)
            {
                var body = new ReadOnlySequence<byte>(request.Body);
                TakeMessages(ref body);
            }

            _hasReadBody = _hasEnded = true;
            return;
        }

        while (!_hasEnded && reader.TryRead(out var read))
        {
            var bytes = read.Buffer;
            TakeMessages(ref bytes);
            reader.AdvanceTo(bytes.Start, bytes.End);
            if (read.IsCompleted)
            {
                _hasEnded = true;
                reader.Complete();
            }
        }
    }

    private void TakeMessages(ref ReadOnlySequence<byte> bytes)
    {
        Span<byte> prefix = stackalloc byte[GrpcFrame.PrefixBytes];
        while (bytes.Length >= GrpcFrame.PrefixBytes)
        {
            bytes.Slice(0, GrpcFrame.PrefixBytes).CopyTo(prefix);
            var end = GrpcFrame.PrefixBytes + (long)BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
            if (bytes.Length < end)
            {
                return;
            }

            _messages.Add(bytes.Slice(GrpcFrame.PrefixBytes, end - GrpcFrame.PrefixBytes).ToArray());
            bytes = bytes.Slice(end);
        }
    }
}
