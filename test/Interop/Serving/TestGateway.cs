using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using ProxyWasm.Host;
using Wildgate.Gateway;
using Wildgate.Gateway.Configuration;

namespace ProxyWasm.Interop.Tests.Serving;

/// <summary>
/// A gateway on real sockets in front of an upstream that sends back the request's body and those of its headers that
/// plugins make, and answers <c>/who</c>; a listener for each plugin.
/// </summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication _upstream;
    private readonly GatewayServer _gateway;
    private readonly HttpClient _client;

    private TestGateway(WebApplication upstream, GatewayServer gateway, RecordingLog log)
    {
        _upstream = upstream;
        _gateway = gateway;
        Log = log;
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 32 });
    }

    public RecordingLog Log { get; }

    public static async Task<TestGateway> StartAsync(params PluginConfig[] plugins)
    {
        var log = new RecordingLog();
        var upstream = await StartUpstreamAsync();
        var port = new Uri(upstream.Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()).Port;
        var configuration = new GatewayConfiguration
        {
            SourceName = "test",
            Listeners = [.. plugins.Select(Listener)],
            Clusters = [Cluster(port)],
            Warnings = [],
        };
        var options = new GatewayOptions
        {
            Workers = 2,
            LoggerFactory = log,
            PluginLog = log,
            Limits = PluginLimits.Default with { MemoryBytes = 32 * 1024 * 1024 },
        };
        return new TestGateway(upstream, await GatewayServer.StartAsync(configuration, options), log);
    }

    public static PluginConfig Plugin(string name, ReadOnlyMemory<byte> code, string configuration = "", string rootId = "") =>
        new()
        {
            Name = name,
            RootId = rootId,
            Configuration = Encoding.UTF8.GetBytes(configuration),
            FailurePolicy = PluginFailurePolicy.FailClosed,
            ReloadBackoff = new BackoffConfig(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)),
            AllowedCapabilities = [],
            Vm = new VmConfig
            {
                VmId = name,
                Runtime = "envoy.wasm.runtime.wasmtime",
                Code = new InlineCodeConfig(code),
                Configuration = default,
                HostEnvironmentKeys = [],
                Environment = [],
            },
        };

    public Task<HttpResponseMessage> SendAsync(
        string version, string path = "/", HttpContent? content = null, int plugin = 0)
    {
        var request = new HttpRequestMessage(
            content is null ? HttpMethod.Get : HttpMethod.Post, new Uri(new Uri(_gateway.Addresses[plugin]), path))
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        return _client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _gateway.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    private static ListenerConfig Listener(PluginConfig plugin)
    {
        var forward = new ForwardActionConfig { Cluster = "upstream", Timeout = TimeSpan.Zero };
        var route = new RouteConfig("", new RouteMatchConfig(PathMatchKind.Prefix, "/"), forward);
        return new ListenerConfig("", new SocketAddressConfig("127.0.0.1", 0), new HttpConnectionManagerConfig
        {
            StatPrefix = "test",
            Codec = HttpCodec.Auto,
            Routes = new RouteTableConfig("", [new VirtualHostConfig("all", ["*"], [route])]),
            Filters = [new WasmFilterConfig("envoy.filters.http.wasm", plugin)],
        });
    }

    private static ClusterConfig Cluster(int port) => new()
    {
        Name = "upstream",
        Discovery = ClusterDiscovery.Static,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        LoadBalancing = LoadBalancing.RoundRobin,
        Endpoints = [new EndpointConfig(new SocketAddressConfig("127.0.0.1", port), "127.0.0.1")],
        Protocol = UpstreamProtocol.Http1,
        DnsLookupFamily = DnsLookupFamily.Auto,
    };

    private static async Task<WebApplication> StartUpstreamAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var upstream = builder.Build();
        upstream.Run(async context =>
        {
            context.Response.Headers["x-received"] = context.Request.Headers["x-hello"];
            foreach (var name in (string[])["x-callout-status", "x-callout-body", "x-queue-status"])
            {
                context.Response.Headers[name] = context.Request.Headers[name];
            }

            if (context.Request.Path == "/who")
            {
                await context.Response.WriteAsync("the upstream", context.RequestAborted);
            }

            await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
        });
        await upstream.StartAsync();
        return upstream;
    }
}
