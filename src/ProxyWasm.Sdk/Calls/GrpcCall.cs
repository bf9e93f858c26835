using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Http;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Calls;

/// <summary>A unary gRPC call under way, to be awaited.</summary>
public sealed class GrpcCall : PendingOperation
{
    private readonly int _id;
    private GrpcReply? _reply;

    internal GrpcCall(
        string cluster,
        string service,
        string method,
        ReadOnlySpan<byte> message,
        HeaderList? metadata,
        TimeSpan timeout)
    {
        var status = Hostcalls.GrpcCall(
            Utf8Text.Encode(cluster),
            Utf8Text.Encode(service),
            Utf8Text.Encode(method),
            metadata is null ? default : metadata.Serialize(),
            message,
            Milliseconds.OfTimeout(timeout),
            out _id);
        if (status == Status.Ok)
        {
            Instance.Calls.Add(_id, this);
        }
        else
        {
            End(new GrpcReply(GrpcStatus.Unavailable, "the host has refused the call", default));
        }
    }

    /// <summary>For the compiler.</summary>
    public GrpcCall GetAwaiter() => this;

    /// <summary>The reply.</summary>
    /// <exception cref="OperationCanceledException">The stream has ended before.</exception>
    public GrpcReply GetResult()
    {
        ThrowUnlessCompleted();
        return _reply!;
    }

    internal void Receive(int size)
    {
        ReadOnlySpan<byte> message = default;
        var isRead = size <= 0
            || Hostcalls.GetBufferBytes(BufferType.GrpcReceiveBuffer, 0, size, out message) == Status.Ok;

        // A unary call that went well is over with its message; Envoy does not speak of it again.
        End(isRead
            ? new GrpcReply(GrpcStatus.Ok, "", message.ToArray())
            : new GrpcReply(GrpcStatus.Internal, "the host does not give out the message", default));
    }

    internal void Close(int status)
    {
        Hostcalls.GetStatus(out _, out var text);
        End(new GrpcReply((GrpcStatus)status, Utf8Text.Decode(text), default));
    }

    private protected override void OnCancelled()
    {
        Instance.Calls.Remove<GrpcCall>(_id);
        Hostcalls.GrpcCancel(_id);
    }

    private void End(GrpcReply reply)
    {
        _reply ??= reply;
        Complete();
    }
}
