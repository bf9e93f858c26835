using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Http;

namespace ProxyWasm.Sdk.Hosting;

public sealed unsafe partial class PluginInstance
{
    /// <summary><c>proxy_on_request_headers</c>, for filters without asynchronous methods.</summary>
    public int OnRequestHeaders(int contextId, int count, int endOfStream)
    {
        return Decide<HttpFilter>(contextId, "request headers"u8, endOfStream, 0, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.OnRequestHeaders(RequestHeaders.Shared, end != 0);
    }

    /// <summary><c>proxy_on_request_body</c>, for filters without asynchronous methods.</summary>
    public int OnRequestBody(int contextId, int size, int endOfStream)
    {
        return Decide<HttpFilter>(contextId, "request body"u8, endOfStream, size, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.OnRequestBody(filter.RequestBody.Fill(size, end));
    }

    /// <summary><c>proxy_on_request_trailers</c>, for filters without asynchronous methods.</summary>
    public int OnRequestTrailers(int contextId, int count)
    {
        return Decide<HttpFilter>(contextId, "request trailers"u8, 1, 0, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.OnRequestTrailers(Trailers.OfRequest);
    }

    /// <summary><c>proxy_on_response_headers</c>, for filters without asynchronous methods.</summary>
    public int OnResponseHeaders(int contextId, int count, int endOfStream)
    {
        return Decide<HttpFilter>(contextId, "response headers"u8, endOfStream, 0, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size)
        {
            filter.BeginResponse();
            return filter.OnResponseHeaders(ResponseHeaders.Shared, end != 0);
        }
    }

    /// <summary><c>proxy_on_response_body</c>, for filters without asynchronous methods.</summary>
    public int OnResponseBody(int contextId, int size, int endOfStream)
    {
        return Decide<HttpFilter>(contextId, "response body"u8, endOfStream, size, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.OnResponseBody(filter.ResponseBody.Fill(size, end));
    }

    /// <summary><c>proxy_on_response_trailers</c>, for filters without asynchronous methods.</summary>
    public int OnResponseTrailers(int contextId, int count)
    {
        return Decide<HttpFilter>(contextId, "response trailers"u8, 1, 0, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.OnResponseTrailers(Trailers.OfResponse);
    }

    /// <summary><c>proxy_on_request_headers</c>.</summary>
    public int OnRequestHeadersAsync(int contextId, int count, int endOfStream)
    {
        return Decide<HttpFilter>(contextId, "request headers"u8, endOfStream, 0, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.Flow(StreamType.HttpRequest).Bring(StreamEvent.Begin, end != 0);
    }

    /// <summary><c>proxy_on_request_body</c>.</summary>
    public int OnRequestBodyAsync(int contextId, int size, int endOfStream)
    {
        return Decide<HttpFilter>(contextId, "request body"u8, endOfStream, size, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.BringBody(StreamType.HttpRequest, filter.RequestBody.Fill(size, end));
    }

    /// <summary><c>proxy_on_request_trailers</c>.</summary>
    public int OnRequestTrailersAsync(int contextId, int count)
    {
        return Decide<HttpFilter>(contextId, "request trailers"u8, 1, 0, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.BringTrailers(StreamType.HttpRequest, filter.RequestBody);
    }

    /// <summary><c>proxy_on_response_headers</c>.</summary>
    public int OnResponseHeadersAsync(int contextId, int count, int endOfStream)
    {
        return Decide<HttpFilter>(contextId, "response headers"u8, endOfStream, 0, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size)
        {
            filter.BeginResponse();
            return filter.Flow(StreamType.HttpResponse).Bring(StreamEvent.Begin, end != 0);
        }
    }

    /// <summary><c>proxy_on_response_body</c>.</summary>
    public int OnResponseBodyAsync(int contextId, int size, int endOfStream)
    {
        return Decide<HttpFilter>(contextId, "response body"u8, endOfStream, size, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.BringBody(StreamType.HttpResponse, filter.ResponseBody.Fill(size, end));
    }

    /// <summary><c>proxy_on_response_trailers</c>.</summary>
    public int OnResponseTrailersAsync(int contextId, int count)
    {
        return Decide<HttpFilter>(contextId, "response trailers"u8, 1, 0, &Bring);

        static FilterAction Bring(HttpFilter filter, int end, int size) =>
            filter.BringTrailers(StreamType.HttpResponse, filter.ResponseBody);
    }
}
