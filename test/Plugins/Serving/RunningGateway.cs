using System.Collections.Concurrent;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;
using Wildgate.Gateway;
using Wildgate.Gateway.Configuration;

namespace Plugins.Tests.Serving;

/// <summary>The real gateway on real sockets, made of a configuration text, and a client for it.</summary>
internal sealed class RunningGateway : IPluginLogSink, IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _lines = new();
    private GatewayServer _server = null!;
    private HttpClient _client = null!;

    public LogLevel Level => LogLevel.Trace;

    public Uri Address { get; private set; } = null!;

    /// <summary>What plugins logged.</summary>
    public IEnumerable<string> Log => _lines;

    public static async Task<RunningGateway> StartAsync(
        string yaml, string baseDirectory, int workers = 2, TimeProvider? time = null)
    {
        var gateway = new RunningGateway();
        var configuration = GatewayConfigurationLoader.Parse(yaml, "gateway.yaml", baseDirectory);
        var options = new GatewayOptions
        {
            Workers = workers,
            PluginLog = gateway,
            DrainTimeout = TimeSpan.FromSeconds(1),
            TimeProvider = time ?? TimeProvider.System,
        };
        gateway._server = await GatewayServer.StartAsync(configuration, options, TestContext.Current.CancellationToken);
        gateway.Address = new Uri($"http://127.0.0.1:{new Uri(Assert.Single(gateway._server.Addresses)).Port}");
        gateway._client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = gateway.Address };
        return gateway;
    }

    public void Write(in PluginLogRecord record) => _lines.Enqueue(record.Message);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _client.SendAsync(request, TestContext.Current.CancellationToken);

    public async Task<string> TextAsync(HttpResponseMessage response) =>
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
