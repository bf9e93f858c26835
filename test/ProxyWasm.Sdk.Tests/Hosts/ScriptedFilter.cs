using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Http;

namespace ProxyWasm.Sdk.Tests.Hosts;

/// <summary>A filter that does what a test wants, with the events it has seen.</summary>
internal sealed class ScriptedFilter : HttpFilter
{
    public List<string> Seen { get; } = [];

    public Func<ScriptedFilter, RequestHeaders, FilterTask> AtRequestHeaders { get; init; } = (_, _) => default;

    public Func<ScriptedFilter, Body, FilterTask> AtRequestBody { get; init; } = (_, _) => default;

    public Func<ScriptedFilter, Trailers, FilterTask> AtRequestTrailers { get; init; } = (_, _) => default;

    public Func<ScriptedFilter, ResponseHeaders, FilterTask> AtResponseHeaders { get; init; } = (_, _) => default;

    public Action<ScriptedFilter> Log { get; init; } = _ => { };

    public void Answer(int status, string body) => Respond(status, body);

    protected internal override FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream)
    {
        Seen.Add(endOfStream ? "headers, end" : "headers");
        return AtRequestHeaders(this, headers);
    }

    protected internal override FilterTask OnRequestBodyAsync(Body body)
    {
        Seen.Add(body.IsComplete ? $"body {body.Length}, end" : $"body {body.Length}");
        return AtRequestBody(this, body);
    }

    protected internal override FilterTask OnRequestTrailersAsync(Trailers trailers)
    {
        Seen.Add("trailers");
        return AtRequestTrailers(this, trailers);
    }

    protected internal override FilterTask OnResponseHeadersAsync(ResponseHeaders headers, bool endOfStream)
    {
        Seen.Add("response headers");
        return AtResponseHeaders(this, headers);
    }

    protected internal override void OnLog()
    {
        Seen.Add("log");
        Log(this);
    }
}
