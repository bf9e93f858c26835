using ProxyWasm.Host.Http;

namespace Wildgate.Bench.Micro;

/// <summary>Drives streams through a chain on the calling thread; nothing in it ever has to wait.</summary>
internal sealed class BenchStream(HttpFilterChain chain)
{
    private static readonly (string Name, string Value)[] Request =
    [
        (":method", "GET"), (":path", "/index.html?a=b"), (":authority", "example.test"), (":scheme", "http"),
        ("user-agent", "bench/1.0"), ("accept", "*/*"), ("accept-encoding", "gzip, br"),
        ("accept-language", "en"), ("cookie", "a=b; c=d"), ("x-request-id", "0123456789"),
    ];

    private static readonly (string Name, string Value)[] Response =
    [
        (":status", "200"), ("content-type", "text/plain"), ("content-length", "44"), ("server", "bench"),
        ("date", "Thu, 01 Jan 1970 00:00:00 GMT"),
    ];

    private readonly Info _info = new();

    /// <summary>A whole stream: request headers, response headers, end.</summary>
    public void RunWhole()
    {
        var stream = chain.Open(_info);
        Load(stream.RequestHeaders, Request, Request.Length);
        Done(stream.Request.SendHeadersAsync(endOfStream: true));
        Load(stream.ResponseHeaders, Response, Response.Length);
        Done(stream.Response.SendHeadersAsync(endOfStream: true));
        Done(stream.FinishAsync());
    }

    /// <summary>Only the request headers, of which there are <paramref name="headers"/>.</summary>
    public void RunRequest(int headers)
    {
        var stream = chain.Open(_info);
        Load(stream.RequestHeaders, Request, headers);
        Done(stream.Request.SendHeadersAsync(endOfStream: true));
        Done(stream.FinishAsync());
    }

    private static void Load(HeaderMap map, (string Name, string Value)[] fields, int count)
    {
        for (var i = 0; i < count; i++)
        {
            map.Load(fields[i].Name, fields[i].Value);
        }
    }

    private static void Done(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            throw new BenchException("A step of a stream had to wait, though nothing else runs.");
        }

        task.GetAwaiter().GetResult();
    }

    private sealed class Info : HttpStreamInfo;
}
