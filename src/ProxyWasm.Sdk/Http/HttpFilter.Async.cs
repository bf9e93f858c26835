using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;

namespace ProxyWasm.Sdk.Http;

public abstract partial class HttpFilter
{
    private EventFlow? _request;
    private EventFlow? _response;

    /// <summary>As <see cref="OnRequestHeaders"/>; the request waits until it has ended.</summary>
    protected internal virtual FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream) =>
        Decide(StreamType.HttpRequest, OnRequestHeaders(headers, endOfStream));

    /// <summary>
    /// As <see cref="OnRequestBody"/>; the request waits until it has ended. Parts that come meanwhile are held and
    /// added to the body; if the method does not look at them, it is called again with all that is held.
    /// <see cref="Body.WhenComplete()"/> waits for all of them.
    /// </summary>
    protected internal virtual FilterTask OnRequestBodyAsync(Body body) =>
        Decide(StreamType.HttpRequest, OnRequestBody(body));

    /// <summary>As <see cref="OnRequestTrailers"/>; the request waits until it has ended.</summary>
    protected internal virtual FilterTask OnRequestTrailersAsync(Trailers trailers) =>
        Decide(StreamType.HttpRequest, OnRequestTrailers(trailers));

    /// <summary>As <see cref="OnResponseHeaders"/>; the response waits until it has ended.</summary>
    protected internal virtual FilterTask OnResponseHeadersAsync(ResponseHeaders headers, bool endOfStream) =>
        Decide(StreamType.HttpResponse, OnResponseHeaders(headers, endOfStream));

    /// <summary>As <see cref="OnRequestBodyAsync"/>, for the response.</summary>
    protected internal virtual FilterTask OnResponseBodyAsync(Body body) =>
        Decide(StreamType.HttpResponse, OnResponseBody(body));

    /// <summary>As <see cref="OnResponseTrailers"/>; the response waits until it has ended.</summary>
    protected internal virtual FilterTask OnResponseTrailersAsync(Trailers trailers) =>
        Decide(StreamType.HttpResponse, OnResponseTrailers(trailers));

    internal EventFlow Flow(StreamType direction) => direction == StreamType.HttpRequest
        ? _request ??= new EventFlow(this, direction)
        : _response ??= new EventFlow(this, direction);

    internal void SeeBody(StreamType direction) =>
        (direction == StreamType.HttpRequest ? _request : _response)?.SeeData();

    /// <summary>A part of a body for a filter that may be waiting, perhaps for all of them.</summary>
    internal FilterAction BringBody(StreamType direction, Body body)
    {
        if (body.Reader is not { IsCompleted: false } reader)
        {
            return Flow(direction).Bring(StreamEvent.Data);
        }

        return body.IsComplete ? Flow(direction).Complete(reader) : FilterAction.Pause;
    }

    /// <summary>Trailers have come: the body before them is whole.</summary>
    internal FilterAction BringTrailers(StreamType direction, Body body)
    {
        body.IsComplete = true;
        if (body.Reader is { IsCompleted: false } reader)
        {
            Flow(direction).Complete(reader);
        }

        return Flow(direction).Bring(StreamEvent.Trailers);
    }

    internal sealed override FilterTask Handle(StreamType direction, StreamEvent what, bool isEndOfStream)
    {
        var isRequest = direction == StreamType.HttpRequest;
        return what switch
        {
            StreamEvent.Begin => isRequest
                ? OnRequestHeadersAsync(RequestHeaders.Shared, isEndOfStream)
                : OnResponseHeadersAsync(ResponseHeaders.Shared, isEndOfStream),
            StreamEvent.Data => isRequest ? OnRequestBodyAsync(RequestBody) : OnResponseBodyAsync(ResponseBody),
            _ => isRequest
                ? OnRequestTrailersAsync(Trailers.OfRequest)
                : OnResponseTrailersAsync(Trailers.OfResponse),
        };
    }

    private FilterTask Decide(StreamType direction, FilterAction action)
    {
        Flow(direction).Decide(action);
        return default;
    }
}
