using System.Globalization;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Testing.Upstreams;

namespace ProxyWasm.Testing;

/// <summary>An HTTP or gRPC call of the plugin, and the means to answer it by hand.</summary>
/// <remarks>Answers to a call that has ended are ignored, as a network would.</remarks>
#pragma warning disable CA1001 // The response belongs to the host, which disposes it when it has read it.
public sealed class TestCall
#pragma warning restore CA1001
{
    private readonly TestHost _host;
    private readonly CalloutRequest _request;
    private readonly ScriptedResponse _response = new();
    private readonly TaskCompletionSource<CalloutResult> _result = new();
    private readonly GrpcInbox _inbox;

    internal TestCall(TestHost host, CalloutRequest request)
    {
        _host = host;
        _request = request;
        _inbox = new GrpcInbox(request);
        Headers = new TestHeaders(request.Headers);
        Trailers = new TestHeaders(request.Trailers);
    }

    /// <summary>Name of the cluster.</summary>
    public string Cluster => _request.Cluster;

    /// <summary>The value of <c>:method</c>.</summary>
    public string Method => Headers[":method"] ?? "";

    /// <summary>The value of <c>:path</c>; of gRPC <c>/package.Service/Method</c>.</summary>
    public string Path => Headers[":path"] ?? "";

    /// <summary>Headers with pseudo headers.</summary>
    public TestHeaders Headers { get; }

    /// <summary>Body; of a gRPC call see <see cref="Messages"/>.</summary>
    public ReadOnlyMemory<byte> Body => _request.Body;

    /// <summary>Body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Trailers of the request.</summary>
    public TestHeaders Trailers { get; }

    /// <summary>Time limit; infinite when there is none.</summary>
    public TimeSpan Timeout => _request.TimeLimit;

    /// <summary>gRPC messages that the plugin has sent so far.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Messages => _inbox.Messages;

    /// <summary>Whether the plugin has closed its side of a gRPC stream.</summary>
    public bool HasEndedSending => _inbox.HasEnded;

    /// <summary>Whether it still waits for (the rest of) an answer.</summary>
    public bool IsPending => !_result.Task.IsCompleted || (_result.Task.IsCompletedSuccessfully && !_response.IsOver);

    internal Task<CalloutResult> Result => _result.Task;

    /// <summary>Answers with a response.</summary>
    public void Reply(int status, string body = "", params IReadOnlyList<(string Name, string Value)> headers) =>
        Reply(new TestAnswer(status, body) { Headers = headers });

    /// <summary>Answers with a response.</summary>
    public void Reply(TestAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        _host.Run(() => Answer(answer));
    }

    /// <summary>Breaks the call off, before or in its answer.</summary>
    public void Fail(CalloutFailure failure = CalloutFailure.ConnectionFailure) => _host.Run(() => Break(failure));

    /// <summary>
    /// Sends the initial metadata of a gRPC answer; the other gRPC members do so when it was left out.
    /// </summary>
    public void SendHeaders(params IReadOnlyList<(string Name, string Value)> metadata) =>
        _host.Run(() => AcceptGrpc(metadata));

    /// <summary>Sends a gRPC message.</summary>
    public void SendMessage(ReadOnlyMemory<byte> message) => _host.Run(() =>
    {
        AcceptGrpc([]);
        PushMessage(message);
    });

    /// <summary>Ends a gRPC answer.</summary>
    public void Close(
        GrpcStatus status = GrpcStatus.Ok,
        string message = "",
        params IReadOnlyList<(string Name, string Value)> trailers) =>
        _host.Run(() =>
        {
            AcceptGrpc([]);
            EndGrpc(status, message, trailers);
        });

    internal void Answer(TestAnswer answer)
    {
        ScriptedResponse.Load(_response.Headers, answer.Status, answer.Headers);
        ScriptedResponse.Load(_response.Trailers, answer.Trailers);
        _response.Push(answer.Body.Span);
        _response.End();
        _result.TrySetResult(new CalloutResult(_response));
    }

    internal void Break(CalloutFailure failure)
    {
        _response.Break(failure);
        _result.TrySetResult(new CalloutResult(failure));
    }

    internal void AcceptGrpc(IReadOnlyList<(string Name, string Value)> metadata)
    {
        if (!_result.Task.IsCompleted)
        {
            ScriptedResponse.Load(_response.Headers, 200, [("content-type", "application/grpc"), .. metadata]);
            _result.TrySetResult(new CalloutResult(_response));
        }
    }

    internal void PushMessage(ReadOnlyMemory<byte> message) =>
        _response.Push(Host.Callouts.Grpc.GrpcFrame.Of(message.Span));

    internal void EndGrpc(
        GrpcStatus status, string message, IReadOnlyList<(string Name, string Value)>? trailers = null)
    {
        ScriptedResponse.Load(_response.Trailers, trailers ?? []);
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        ScriptedResponse.Load(
            _response.Trailers, [("grpc-status", code), ("grpc-message", Uri.EscapeDataString(message))]);
        _response.End();
    }

    internal void Cancel(CancellationToken cancellation)
    {
        _response.Break(CalloutFailure.RemoteReset);
        _result.TrySetCanceled(cancellation);
    }
}
