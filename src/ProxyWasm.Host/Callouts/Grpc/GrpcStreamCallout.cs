using System.IO.Pipelines;
using System.Net;
using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Scheduling;

namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>A gRPC stream: messages in both directions, each received one an event of its own.</summary>
/// <remarks>
/// The next message is read when the plugin has seen the last one, so a fast peer is slowed down by the network's flow
/// control. What the plugin sends is buffered, up to twice the size of the largest message.
/// </remarks>
internal sealed class GrpcStreamCallout : GrpcExchange
{
    private readonly PipeWriter _writer;
    private bool _hasEndedSending;

    public GrpcStreamCallout(RootContext root, int token, string cluster, HeaderMap headers)
        : this(root, token, cluster, headers, MakePipe(root.Vm.Definition.Limits.CalloutBytes))
    {
    }

    private GrpcStreamCallout(RootContext root, int token, string cluster, HeaderMap headers, Pipe pipe)
        : base(
            root,
            token,
            new CalloutRequest
            {
                Cluster = cluster,
                Headers = headers,
                BodyReader = pipe.Reader,
                Version = HttpVersion.Version20,
            }) =>
        _writer = pipe.Writer;

    protected override string Function => "proxy_grpc_stream";

    private Worker Worker => Vm.Worker;

    /// <summary>Sends a message; after the end of sending it goes nowhere, as in Envoy.</summary>
    public void Send(ReadOnlySpan<byte> message, bool end)
    {
        if (_hasEndedSending)
        {
            Vm.Log.Write(LogLevel.Warn, "proxy_grpc_send: the stream is closed for sending, the message is left out");
            return;
        }

        if (message.Length > MessageLimit || !TryWrite(message))
        {
            Overflow();
            return;
        }

        if (end)
        {
            EndSending();
        }
    }

    /// <summary>Closes the sending side; the peer may go on.</summary>
    public void EndSending()
    {
        if (!_hasEndedSending)
        {
            _hasEndedSending = true;
            _writer.Complete();
        }
    }

    public override void Dispose()
    {
        EndSending();
        base.Dispose();
    }

    protected override async ValueTask OnHeadersAsync(HeaderMap headers)
    {
        await Worker.EnterAsync();
        try
        {
            if (IsCallable)
            {
                Root.Callout.BindMap(MapType.GrpcCallInitialMetadata, headers);
                Tell(
                    "proxy_on_grpc_receive_initial_metadata", Vm.Exports.OnGrpcInitialMetadata, headers.Count);
            }
        }
        finally
        {
            Worker.Exit();
        }
    }

    protected override async ValueTask OnMessageAsync(ReadOnlyMemory<byte> message)
    {
        await Worker.EnterAsync();
        try
        {
            if (IsCallable)
            {
                Root.Callout.Message = message;
                Tell("proxy_on_grpc_receive", Vm.Exports.OnGrpcReceive, message.Length);
            }
        }
        finally
        {
            Worker.Exit();
        }
    }

    protected override void Complete()
    {
        if (Trailers is not null)
        {
            Root.Callout.BindMap(MapType.GrpcCallTrailingMetadata, Trailers);
            Tell("proxy_on_grpc_receive_trailing_metadata", Vm.Exports.OnGrpcTrailingMetadata, Trailers.Count);
        }

        if (IsCallable)
        {
            Root.Callout.SetStatus((int)Code, Text);
            Tell("proxy_on_grpc_close", Vm.Exports.OnGrpcClose, (int)Code);
        }

        if (IsCallable && !_hasEndedSending)
        {
            Vm.Callouts.AddUnclosed(Token);
        }
    }

    private static Pipe MakePipe(int messageLimit)
    {
        // A flush that does not complete at once tells that the peer does not take what the plugin sends.
        var threshold = (2L * messageLimit) + (4 * GrpcFrame.PrefixBytes);
        return new Pipe(new PipeOptions(
            pauseWriterThreshold: threshold, resumeWriterThreshold: threshold / 2, useSynchronizationContext: false));
    }

    private bool TryWrite(ReadOnlySpan<byte> message)
    {
        var size = GrpcFrame.SizeOf(message);
        GrpcFrame.Write(_writer.GetSpan(size), message);
        _writer.Advance(size);
        var flush = _writer.FlushAsync(CancellationToken.None).AsTask();
        return flush.IsCompleted;
    }

    private void Overflow()
    {
        Vm.Log.Write(
            LogLevel.Error,
            $"proxy_grpc_send: a message is larger than {MessageLimit} bytes or the peer does not take the messages");
        EndSending();
        Abort(GrpcStatus.ResourceExhausted, "too much was sent");
    }

    private void Tell(string callback, Action<int, int, int>? export, int argument)
    {
        try
        {
            Vm.Call(Root, callback, export, Root.Id, Token, argument);
            Vm.Drain();
        }
        finally
        {
            Root.Callout.Clear();
        }
    }
}
