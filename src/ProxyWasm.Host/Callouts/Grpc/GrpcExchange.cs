using System.Buffers.Binary;
using System.Diagnostics;
using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Tracing;

namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>What gRPC calls and gRPC streams have in common: reading messages and finding the status.</summary>
internal abstract class GrpcExchange : Callout
{
    private readonly CalloutRequest _request;
    private readonly ReceiveBuffer _received;
    private (GrpcStatus Code, string Text)? _abort;

    protected GrpcExchange(RootContext root, int token, CalloutRequest request)
        : base(root, token, request.TimeLimit)
    {
        _request = request;
        _received = new ReceiveBuffer(Vm.Callouts.Budget, MessageLimit + GrpcFrame.PrefixBytes);
    }

    /// <summary>Status at the end.</summary>
    protected GrpcStatus Code { get; private set; } = GrpcStatus.Internal;

    /// <summary>Text of the status, one character per byte.</summary>
    protected string Text { get; private set; } = "";

    /// <summary>Trailers; null when not even headers came.</summary>
    protected HeaderMap? Trailers { get; private set; }

    protected override string Cluster => _request.Cluster;

    protected int MessageLimit => Vm.Definition.Limits.CalloutBytes;

    public override void Dispose()
    {
        _received.Dispose();
        base.Dispose();
    }

    protected override async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var result = await SendAsync(_request, cancellationToken);
            if (result.Response is not { } response)
            {
                End(GrpcStatus.Unavailable, CalloutAnswers.Describe(result.Failure, result.Detail));
                return;
            }

            await using (response)
            {
                await ReceiveAsync(response, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (!IsCancelled)
        {
            var (code, text) = _abort ?? (GrpcStatus.DeadlineExceeded, CalloutAnswers.TimeoutText);
            End(code, text);
        }
    }

    protected override void Describe(Activity span)
    {
        span.SetTag("rpc.grpc.status_code", (int)Code);
        if (Code != GrpcStatus.Ok)
        {
            Spans.Fail(span, Code.ToString());
        }
    }

    /// <summary>Takes the headers; empty ones for a response that is nothing but trailers.</summary>
    protected abstract ValueTask OnHeadersAsync(HeaderMap headers);

    /// <summary>Takes a message, which is valid until the returned task has completed.</summary>
    protected abstract ValueTask OnMessageAsync(ReadOnlyMemory<byte> message);

    /// <summary>Decides the status; the last decision counts.</summary>
    protected void End(GrpcStatus code, string text)
    {
        Code = code;
        Text = text;
    }

    /// <summary>Ends the exchange from the host's side, inside of the worker.</summary>
    protected void Abort(GrpcStatus code, string text)
    {
        _abort = (code, text);
        Interrupt();
    }

    private async ValueTask ReceiveAsync(CalloutResponse response, CancellationToken cancellationToken)
    {
        var headers = response.Headers;
        Trailers = new HeaderMap(HeaderMapKind.Trailers);
        var onlyTrailers = GrpcHeaders.Status(headers) is not null;
        if (!onlyTrailers && headers.Get(":status") is var status and not "200")
        {
            End(
                GrpcStatusConversion.FromHttpStatus(int.TryParse(status, out var code) ? code : 0),
                $"HTTP status {status}");
            return;
        }

        await OnHeadersAsync(onlyTrailers ? new HeaderMap(HeaderMapKind.Response) : headers);
        GrpcReadState state;
        int size;
        while (((state, size) = await ReadMessageAsync(response, cancellationToken)).state == GrpcReadState.Message)
        {
            await OnMessageAsync(_received.Written.Slice(GrpcFrame.PrefixBytes, size));
            _received.Consume(GrpcFrame.PrefixBytes + size);
        }

        if (state == GrpcReadState.End)
        {
            End(GrpcHeaders.Status(response.Trailers) is null && onlyTrailers ? headers : response.Trailers);
            return;
        }

        Break(state);
    }

    private void End(HeaderMap trailers)
    {
        for (var i = 0; i < trailers.Count; i++)
        {
            if (!trailers[i].Name.StartsWith(':'))
            {
                Trailers!.Load(trailers[i].Name, trailers[i].Value);
            }
        }

        var status = GrpcHeaders.Status(trailers);
        End(
            status is null ? GrpcStatus.Unknown : (GrpcStatus)status,
            status is null ? "the response has no grpc-status" : GrpcHeaders.Message(trailers));
    }

    private void Break(GrpcReadState state)
    {
        switch (state)
        {
            case GrpcReadState.Broken:
                End(GrpcStatus.Unavailable, "upstream reset the stream");
                break;
            case GrpcReadState.Truncated:
                End(GrpcStatus.Internal, "the response ends inside of a message");
                break;
            case GrpcReadState.Compressed:
                End(GrpcStatus.Internal, "the response has a compressed message, which was not offered");
                break;
            default:
                Log.AnswerTooLarge(Vm.Services.Log, Root.Options.Name, _request.Cluster, MessageLimit);
                End(GrpcStatus.ResourceExhausted, $"a message of the response is larger than {MessageLimit} bytes");
                break;
        }
    }

    private async ValueTask<(GrpcReadState State, int Size)> ReadMessageAsync(
        CalloutResponse response, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_received.Length >= GrpcFrame.PrefixBytes)
            {
                var prefix = _received.Written.Span;
                var size = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
                if (size > (uint)MessageLimit)
                {
                    return (GrpcReadState.TooLarge, 0);
                }

                if (prefix[0] != 0 && size > 0)
                {
                    return (GrpcReadState.Compressed, 0);
                }

                if (_received.Length >= GrpcFrame.PrefixBytes + (int)size)
                {
                    return (GrpcReadState.Message, (int)size);
                }
            }

            if (!_received.TryGetRoom(out var room))
            {
                return (GrpcReadState.TooLarge, 0);
            }

            var read = await ReadAsync(response, _request.Cluster, room, cancellationToken);
            if (read.Failure != CalloutFailure.None)
            {
                return (GrpcReadState.Broken, 0);
            }

            if (read.Count == 0)
            {
                return (_received.Length == 0 ? GrpcReadState.End : GrpcReadState.Truncated, 0);
            }

            _received.Advance(read.Count);
        }
    }
}
