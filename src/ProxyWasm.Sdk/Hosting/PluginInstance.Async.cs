using ProxyWasm.Abi;
using ProxyWasm.Sdk.Calls;
using ProxyWasm.Sdk.Http;

namespace ProxyWasm.Sdk.Hosting;

public sealed partial class PluginInstance
{
    private CallTable? _calls;

    internal CallTable Calls => _calls ??= new CallTable();

    /// <summary><c>proxy_on_request_headers</c>.</summary>
    public int OnRequestHeadersAsync(int contextId, int count, int endOfStream) => Enter(contextId) is { } filter
        ? Begin(filter, StreamType.HttpRequest, endOfStream)
        : (int)FilterAction.Continue;

    /// <summary><c>proxy_on_request_body</c>.</summary>
    public int OnRequestBodyAsync(int contextId, int size, int endOfStream) => Enter(contextId) is { } filter
        ? Pass(filter, StreamType.HttpRequest, Fill(filter.RequestBody, size, endOfStream))
        : (int)FilterAction.Continue;

    /// <summary><c>proxy_on_request_trailers</c>.</summary>
    public int OnRequestTrailersAsync(int contextId, int count) => Enter(contextId) is { } filter
        && filter.EndBody(StreamType.HttpRequest, filter.RequestBody) != FilterAction.Continue
            ? (int)FilterAction.Pause
            : OnRequestTrailers(contextId, count);

    /// <summary><c>proxy_on_response_headers</c>.</summary>
    public int OnResponseHeadersAsync(int contextId, int count, int endOfStream) => Enter(contextId) is { } filter
        ? Begin(filter, StreamType.HttpResponse, endOfStream)
        : (int)FilterAction.Continue;

    /// <summary><c>proxy_on_response_body</c>.</summary>
    public int OnResponseBodyAsync(int contextId, int size, int endOfStream) => Enter(contextId) is { } filter
        ? Pass(filter, StreamType.HttpResponse, Fill(filter.ResponseBody, size, endOfStream))
        : (int)FilterAction.Continue;

    /// <summary><c>proxy_on_response_trailers</c>.</summary>
    public int OnResponseTrailersAsync(int contextId, int count) => Enter(contextId) is { } filter
        && filter.EndBody(StreamType.HttpResponse, filter.ResponseBody) != FilterAction.Continue
            ? (int)FilterAction.Pause
            : OnResponseTrailers(contextId, count);

    /// <summary><c>proxy_on_http_call_response</c>.</summary>
    public void OnHttpCallResponse(int contextId, int callId, int headerCount, int bodySize, int trailerCount)
    {
        Enter(Find(contextId));
        Calls.Remove<HttpCall>(callId)?.Receive(headerCount, bodySize);
    }

    /// <summary><c>proxy_on_grpc_receive</c>.</summary>
    public void OnGrpcReceive(int contextId, int callId, int size)
    {
        Enter(Find(contextId));
        Calls.Remove<GrpcCall>(callId)?.Receive(size);
    }

    /// <summary><c>proxy_on_grpc_close</c>.</summary>
    public void OnGrpcClose(int contextId, int callId, int status)
    {
        Enter(Find(contextId));
        Calls.Remove<GrpcCall>(callId)?.Close(status);
    }

    private static int Begin(HttpFilter filter, StreamType direction, int endOfStream)
    {
        if (direction == StreamType.HttpResponse)
        {
            filter.BeginResponse();
        }

        try
        {
            return (int)filter.Begin(
                direction,
                direction == StreamType.HttpRequest
                    ? filter.OnRequestHeadersAsync(HttpFilter.RequestHeaders, endOfStream != 0)
                    : filter.OnResponseHeadersAsync(HttpFilter.ResponseHeaders, endOfStream != 0));
        }
        catch (Exception exception)
        {
            return Fail(filter, "headers"u8, exception);
        }
    }

    private static int Pass(HttpFilter filter, StreamType direction, Body body)
    {
        try
        {
            return (int)filter.PassBody(direction, body);
        }
        catch (Exception exception)
        {
            return Fail(filter, "body"u8, exception);
        }
    }
}
