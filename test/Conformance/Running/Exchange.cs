using ProxyWasm.Host.Http;

namespace ProxyWasm.Conformance.Tests.Running;

/// <summary>
/// One request and its response as the README describes them, with a proxy that does what a stream asks of it.
/// </summary>
public sealed class Exchange(HttpStream stream, Transcript transcript, bool isPost)
{
    /// <summary>How the plugins ended the ordinary course of the stream, if they did.</summary>
    public StreamTermination Termination { get; private set; }

    /// <summary>Status that the client saw; null when the stream was reset.</summary>
    public string? Status { get; private set; }

    /// <summary>Whether the upstream saw the request's headers.</summary>
    public bool ReachedUpstream { get; private set; }

    public async Task RunAsync()
    {
        LoadRequest();
        if (await SendAsync(stream.Request, isPost ? ["hello"u8.ToArray(), " world"u8.ToArray()] : []))
        {
            ReachedUpstream = stream.Request.HeadersReleased;
            LoadResponse();
            await SendAsync(stream.Response, isPost ? ["good"u8.ToArray(), "bye"u8.ToArray()] : []);
        }

        Termination = stream.Termination;
        if (Termination is StreamTermination.LocalResponse or StreamTermination.ReplacedResponse)
        {
            var body = await stream.BeginLocalResponseAsync();
            await SendAsync(stream.Response, body.IsEmpty ? [] : [body]);
        }

        if (stream.Termination != StreamTermination.Reset)
        {
            Assert.True(stream.Response.HeadersReleased, "the response is held back");
            Assert.True(stream.Response.EndReleased, "the end of the response is held back");
            Status = stream.ResponseHeaders.Get(":status");
        }

        transcript.BeginEvent();
        await stream.FinishAsync();
    }

    // False when the plugins ended the ordinary course.
    private async Task<bool> SendAsync(StreamDirection direction, ReadOnlyMemory<byte>[] chunks)
    {
        transcript.BeginEvent();
        await direction.SendHeadersAsync(endOfStream: chunks.Length == 0);
        for (var i = 0; i < chunks.Length && stream.Termination == StreamTermination.None; i++)
        {
            transcript.BeginEvent();
            await direction.SendDataAsync(chunks[i], endOfStream: i == chunks.Length - 1);
            direction.Output.Own();
        }

        if (stream.Termination != StreamTermination.None)
        {
            return false;
        }

        Assert.False(direction.IsPaused, "the module holds the stream for good");
        return true;
    }

    private void LoadRequest()
    {
        stream.RequestHeaders.Load(":method", isPost ? "POST" : "GET");
        stream.RequestHeaders.Load(":path", "/a?b=c");
        stream.RequestHeaders.Load(":authority", "example.test");
        stream.RequestHeaders.Load(":scheme", "http");
        stream.RequestHeaders.Load("x-multi", "one");
        stream.RequestHeaders.Load("x-multi", "two");
    }

    private void LoadResponse()
    {
        stream.ResponseHeaders.Load(":status", "200");
        stream.ResponseHeaders.Load("content-type", "text/plain");
    }
}
