using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;

namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>A GET request on its way through one plugin.</summary>
internal sealed class TestStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpStream _stream;

    private TestStream(HttpStream stream) => _stream = stream;

    public HttpStream Stream => _stream;

    public static TestStream Open(PluginHost host, Plugin plugin)
    {
        var stream = host.CreateHttpChain(plugin).Open(new NoInfo());
        stream.RequestHeaders.Load(":method", "GET");
        stream.RequestHeaders.Load(":path", "/");
        stream.RequestHeaders.Load(":authority", "client.test");
        return new TestStream(stream);
    }

    public ValueTask SendHeadersAsync() => _stream.Request.SendHeadersAsync(endOfStream: true);

    /// <summary>Waits until the plugin lets the headers go or ends the stream.</summary>
    public async Task WaitForHeadersAsync()
    {
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        impatience.CancelAfter(Patience);
        while (!_stream.Request.HeadersReleased && _stream.Termination == StreamTermination.None)
        {
            await _stream.Request.ResumeAsync(impatience.Token);
        }
    }

    public ValueTask DisposeAsync() => _stream.FinishAsync();

    private sealed class NoInfo : HttpStreamInfo;
}
