using ProxyWasm.Abi;
using ProxyWasm.Sdk.Contexts;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Http;

/// <summary>
/// What a plugin does with one HTTP exchange. Override what is of interest, in its plain form or, to await something,
/// in the form that ends with <c>Async</c>; the stream waits until the method has ended.
/// </summary>
/// <remarks>
/// An exception that leaves a method is logged, and the client gets 500. After an answer of the filter's own the stream
/// goes no further, whatever the method returns.
/// </remarks>
public abstract partial class HttpFilter : StreamContext
{
    /// <summary>A response comes. If it is the filter's own answer, it may pass like any other.</summary>
    internal void BeginResponse() => IsStopped = false;

    private const int NoGrpcStatus = -1;
    private const int GrpcCarrierStatus = 200;
    private const int FailedStatus = 500;

    private Body? _requestBody;
    private Body? _responseBody;

    /// <summary>Whether the filter has answered by itself.</summary>
    protected internal bool HasAnswered => IsAnswered;

    internal Body RequestBody => _requestBody ??= new Body(this, StreamType.HttpRequest);

    internal Body ResponseBody => _responseBody ??= new Body(this, StreamType.HttpResponse);

    /// <summary>The headers of the request have come.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="endOfStream">Whether there is neither body nor trailers.</param>
    protected internal virtual FilterAction OnRequestHeaders(RequestHeaders headers, bool endOfStream) =>
        FilterAction.Continue;

    /// <summary>A part of the request's body has come.</summary>
    protected internal virtual FilterAction OnRequestBody(Body body) => FilterAction.Continue;

    /// <summary>The trailers of the request have come.</summary>
    protected internal virtual FilterAction OnRequestTrailers(Trailers trailers) => FilterAction.Continue;

    /// <summary>The headers of the response have come.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="endOfStream">Whether there is neither body nor trailers.</param>
    protected internal virtual FilterAction OnResponseHeaders(ResponseHeaders headers, bool endOfStream) =>
        FilterAction.Continue;

    /// <summary>A part of the response's body has come.</summary>
    protected internal virtual FilterAction OnResponseBody(Body body) => FilterAction.Continue;

    /// <summary>The trailers of the response have come.</summary>
    protected internal virtual FilterAction OnResponseTrailers(Trailers trailers) => FilterAction.Continue;

    /// <summary>Answers the client; the request goes no further.</summary>
    /// <param name="statusCode">From 100 to 599.</param>
    /// <param name="body">Text in UTF-8.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="details">Why, for access logs.</param>
    protected void Respond(int statusCode, string body = "", HeaderList? headers = null, string details = "")
    {
        var text = new TextBuffer(stackalloc byte[512]);
        text.Append(body);
        Respond(statusCode, text.Written, headers, details);
    }

    /// <inheritdoc cref="Respond(int, string, HeaderList, string)"/>
    protected void Respond(
        int statusCode, ReadOnlySpan<byte> body, HeaderList? headers = null, string details = "")
    {
        var text = new TextBuffer(stackalloc byte[64]);
        text.Append(details);
        Send(statusCode, text.Written, body, headers, NoGrpcStatus);
    }

    /// <summary>Answers a gRPC client.</summary>
    /// <param name="status">The status of the call.</param>
    /// <param name="message">Text that goes with it.</param>
    protected void RespondGrpc(GrpcStatus status, string message = "")
    {
        var text = new TextBuffer(stackalloc byte[256]);
        text.Append(message);
        Send(GrpcCarrierStatus, default, text.Written, null, (int)status);
    }

    /// <summary>Lets a request go on that a method has paused.</summary>
    protected void ContinueRequest() =>
        Instance.Run(this, static () => Hostcalls.ContinueStream(StreamType.HttpRequest));

    /// <summary>Lets a response go on that a method has paused.</summary>
    protected void ContinueResponse() =>
        Instance.Run(this, static () => Hostcalls.ContinueStream(StreamType.HttpResponse));

    /// <summary>Ends the stream without an answer.</summary>
    protected void Reset()
    {
        Stop();
        Instance.Run(this, static () => Hostcalls.CloseStream(StreamType.HttpRequest));
    }

    internal sealed override void Fail(ReadOnlySpan<byte> where, Exception exception)
    {
        Failures.Report(where, exception);
        if (!HasAnswered && !IsEnded)
        {
            Stop();
            Hostcalls.SendLocalResponse(FailedStatus, "plugin_exception"u8, default, default, NoGrpcStatus);
        }
    }

    private void Stop()
    {
        IsAnswered = true;
        IsStopped = true;
    }

    private void Send(
        int statusCode, ReadOnlySpan<byte> details, ReadOnlySpan<byte> body, HeaderList? headers, int grpcStatus)
    {
        Stop();
        Hostcalls.SendLocalResponse(
            statusCode, details, body, headers is null ? default : headers.Serialize(), grpcStatus);
    }
}
