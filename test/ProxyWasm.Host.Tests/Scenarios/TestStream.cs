using System.Text;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>
/// Drives a stream as a proxy would, with texts for bodies, and keeps what comes out at the other end.
/// </summary>
internal sealed class TestStream(HttpFilterChain chain)
{
    private readonly StringBuilder _upstream = new();
    private readonly StringBuilder _client = new();

    public TestStreamInfo Info { get; } = new();

    public HttpStream Stream => field ??= chain.Open(Info);

    /// <summary>Body bytes, one character each, that reached the upstream.</summary>
    public string Upstream => _upstream.ToString();

    /// <summary>Body bytes, one character each, that reached the client.</summary>
    public string Client => _client.ToString();

    public StreamDirection Request => Stream.Request;

    public StreamDirection Response => Stream.Response;

    public StreamTermination Termination => Stream.Termination;

    public Task SendRequestAsync(bool end = true, params (string Name, string Value)[] extra)
    {
        Load(Stream.RequestHeaders, [(":method", end ? "GET" : "POST"), (":path", "/a?b=c")]);
        Load(Stream.RequestHeaders, [(":authority", "example.test"), (":scheme", "http"), .. extra]);
        return StepAsync(Request, Request.SendHeadersAsync(end), _upstream);
    }

    public Task SendRequestBodyAsync(string chunk, bool end = false) =>
        StepAsync(Request, Request.SendDataAsync(Encoding.Latin1.GetBytes(chunk), end), _upstream);

    public Task SendRequestTrailersAsync(params (string Name, string Value)[] trailers)
    {
        Load(Stream.RequestTrailers, trailers);
        return StepAsync(Request, Request.SendTrailersAsync(), _upstream);
    }

    public Task SendResponseAsync(bool end = true, params (string Name, string Value)[] extra)
    {
        Load(Stream.ResponseHeaders, [(":status", "200"), .. extra]);
        return StepAsync(Response, Response.SendHeadersAsync(end), _client);
    }

    public Task SendResponseBodyAsync(string chunk, bool end = false) =>
        StepAsync(Response, Response.SendDataAsync(Encoding.Latin1.GetBytes(chunk), end), _client);

    public Task SendResponseTrailersAsync(params (string Name, string Value)[] trailers)
    {
        Load(Stream.ResponseTrailers, trailers);
        return StepAsync(Response, Response.SendTrailersAsync(), _client);
    }

    /// <summary>Waits for a plugin to resume a direction.</summary>
    public Task ResumeAsync(StreamDirection direction) => StepAsync(
        direction,
        direction.ResumeAsync(TestContext.Current.CancellationToken),
        direction == Request ? _upstream : _client);

    /// <summary>Sends the local response that the stream asks for, by way of the plugins.</summary>
    public async Task SendLocalResponseAsync()
    {
        var body = await Stream.BeginLocalResponseAsync();
        await StepAsync(Response, Response.SendHeadersAsync(body.IsEmpty), _client);
        if (!body.IsEmpty && Termination == StreamTermination.None)
        {
            await StepAsync(Response, Response.SendDataAsync(body, endOfStream: true), _client);
        }
    }

    public Task FinishAsync() => Stream.FinishAsync().AsTask();

    /// <summary>A whole exchange without bodies.</summary>
    public async Task ExchangeAsync()
    {
        await SendRequestAsync();
        if (Termination == StreamTermination.None)
        {
            await SendResponseAsync();
        }

        if (Termination is StreamTermination.LocalResponse or StreamTermination.ReplacedResponse)
        {
            await SendLocalResponseAsync();
        }
    }

    /// <summary>Fields of a map as <c>name: value</c>.</summary>
    public static string[] Fields(HeaderMap map) =>
        [.. Enumerable.Range(0, map.Count).Select(i => $"{map[i].Name}: {map[i].Value}")];

    private static void Load(HeaderMap map, IEnumerable<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            map.Load(name, value);
        }
    }

    private static async Task StepAsync(StreamDirection direction, ValueTask step, StringBuilder received)
    {
        await step;
        received.Append(Encoding.Latin1.GetString(direction.Output.Span));
        direction.Output.Clear();
    }
}
