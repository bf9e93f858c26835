using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Calls;

/// <summary>An HTTP request under way, to be awaited.</summary>
public sealed class HttpCall : PendingOperation
{
    private HttpResponse? _response;
    private readonly int _id;

    internal HttpCall(HttpRequest request)
    {
        var cluster = request.Cluster;
        var status = Hostcalls.HttpCall(
            Text.Utf8Text.Encode(cluster),
            request.SerializeHeaders(),
            request.Body.Span,
            request.Trailers is { } trailers ? trailers.Serialize() : default,
            Milliseconds.OfTimeout(request.Timeout),
            out _id);
        if (status == Status.Ok)
        {
            Instance.Calls.Add(_id, this);
        }
        else
        {
            End(new HttpResponse(CallError.Refused));
        }
    }

    /// <summary>For the compiler.</summary>
    public HttpCall GetAwaiter() => this;

    /// <summary>The answer, or that there is none.</summary>
    /// <exception cref="OperationCanceledException">The stream has ended before.</exception>
    public HttpResponse GetResult()
    {
        ThrowUnlessCompleted();
        return _response!;
    }

    /// <summary>The host has an answer; it is read now, since it is gone when the callback ends.</summary>
    internal void Receive(int headerCount, int bodySize, int trailerCount)
    {
        if (headerCount == 0)
        {
            End(new HttpResponse(CallError.Failed));
            return;
        }

        var isRead = Hostcalls.GetHeaderMapPairs(MapType.HttpCallResponseHeaders, out var headers) == Status.Ok;
        ReadOnlySpan<byte> body = default;
        ReadOnlySpan<byte> trailers = default;
        if (bodySize > 0)
        {
            isRead &= Hostcalls.GetBufferBytes(BufferType.HttpCallResponseBody, 0, bodySize, out body) == Status.Ok;
        }

        if (trailerCount > 0)
        {
            isRead &= Hostcalls.GetHeaderMapPairs(MapType.HttpCallResponseTrailers, out trailers) == Status.Ok;
        }

        // A part of an answer that looks like the whole would be worse than none.
        End(isRead
            ? new HttpResponse(headers.ToArray(), body.ToArray(), trailers.ToArray())
            : new HttpResponse(CallError.Failed));
    }

    private protected override void OnCancelled() => Instance.Calls.Remove<HttpCall>(_id);

    private void End(HttpResponse response)
    {
        _response = response;
        Complete();
    }
}
