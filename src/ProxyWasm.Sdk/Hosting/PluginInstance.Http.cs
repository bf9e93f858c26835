using ProxyWasm.Sdk.Http;

namespace ProxyWasm.Sdk.Hosting;

public sealed partial class PluginInstance
{
    /// <summary><c>proxy_on_request_headers</c>, for filters without asynchronous methods.</summary>
    public int OnRequestHeaders(int contextId, int count, int endOfStream)
    {
        if (Enter(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        try
        {
            return Decide(filter, filter.OnRequestHeaders(HttpFilter.RequestHeaders, endOfStream != 0));
        }
        catch (Exception exception)
        {
            return Fail(filter, "request headers"u8, exception);
        }
    }

    /// <summary><c>proxy_on_request_body</c>, for filters without asynchronous methods.</summary>
    public int OnRequestBody(int contextId, int size, int endOfStream)
    {
        if (Enter(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        try
        {
            return Decide(filter, filter.OnRequestBody(Fill(filter.RequestBody, size, endOfStream)));
        }
        catch (Exception exception)
        {
            return Fail(filter, "request body"u8, exception);
        }
    }

    /// <summary><c>proxy_on_request_trailers</c>, for filters without asynchronous methods.</summary>
    public int OnRequestTrailers(int contextId, int count)
    {
        if (Enter(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        try
        {
            return Decide(filter, filter.OnRequestTrailers(HttpFilter.RequestTrailers));
        }
        catch (Exception exception)
        {
            return Fail(filter, "request trailers"u8, exception);
        }
    }

    /// <summary><c>proxy_on_response_headers</c>, for filters without asynchronous methods.</summary>
    public int OnResponseHeaders(int contextId, int count, int endOfStream)
    {
        if (Enter(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        filter.BeginResponse();
        try
        {
            return Decide(filter, filter.OnResponseHeaders(HttpFilter.ResponseHeaders, endOfStream != 0));
        }
        catch (Exception exception)
        {
            return Fail(filter, "response headers"u8, exception);
        }
    }

    /// <summary><c>proxy_on_response_body</c>, for filters without asynchronous methods.</summary>
    public int OnResponseBody(int contextId, int size, int endOfStream)
    {
        if (Enter(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        try
        {
            return Decide(filter, filter.OnResponseBody(Fill(filter.ResponseBody, size, endOfStream)));
        }
        catch (Exception exception)
        {
            return Fail(filter, "response body"u8, exception);
        }
    }

    /// <summary><c>proxy_on_response_trailers</c>, for filters without asynchronous methods.</summary>
    public int OnResponseTrailers(int contextId, int count)
    {
        if (Enter(contextId) is not { } filter)
        {
            return (int)FilterAction.Continue;
        }

        try
        {
            return Decide(filter, filter.OnResponseTrailers(HttpFilter.ResponseTrailers));
        }
        catch (Exception exception)
        {
            return Fail(filter, "response trailers"u8, exception);
        }
    }

    private static Body Fill(Body body, int size, int endOfStream)
    {
        body.Length = size;
        body.IsComplete = endOfStream != 0;
        return body;
    }

    // A filter of its own answer has a pause for each event that the host may still bring.
    private static int Decide(HttpFilter filter, FilterAction action) =>
        (int)(filter.IsStopped ? FilterAction.Pause : action);

    private static int Fail(HttpFilter filter, ReadOnlySpan<byte> where, Exception exception)
    {
        filter.Fail(where, exception);
        return (int)FilterAction.Pause;
    }

    private HttpFilter? Enter(int contextId)
    {
        var filter = Find(contextId) as HttpFilter;
        Enter(filter);
        return filter;
    }
}
