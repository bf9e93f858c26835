using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProxyWasm.AspNetCore;
using ProxyWasm.Host;
using ProxyWasm.Host.Callouts.Transport;
using Yarp.ReverseProxy.Forwarder;

namespace Wildgate.Bench.Soak;

/// <summary>A reverse proxy in this process with the plugin of the soak test in front.</summary>
internal sealed class SoakGateway : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpCalloutTransport _callouts;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    private SoakGateway(int upstreamPort)
    {
        _callouts = new HttpCalloutTransport(new HttpCalloutOptions
        {
            Clusters = [new CalloutCluster { Name = "upstream", Endpoints = [new("127.0.0.1", upstreamPort)] }],
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddHttpForwarder();
        builder.Services.AddProxyWasm(options => options with { Callouts = _callouts });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        Host = _application.Services.GetRequiredService<PluginHost>();
        Plugin = new PluginRotation(Host);
        _application.UseProxyWasm(Plugin.Enter);
        var forwarder = _application.Services.GetRequiredService<IHttpForwarder>();
        var upstream = $"http://127.0.0.1:{upstreamPort}/";
        _application.Run(async context =>
            await forwarder.SendAsync(context, upstream, _client, ForwarderRequestConfig.Empty, HttpTransformer.Empty));
    }

    public PluginRotation Plugin { get; }

    public string Url => _application.Urls.Single();

    private PluginHost Host { get; }

    /// <summary>Starts on a free port of 127.0.0.1, with the plugin loaded.</summary>
    public static async Task<SoakGateway> StartAsync(int upstreamPort)
    {
        var gateway = new SoakGateway(upstreamPort);
        await gateway.Plugin.ReloadAsync();
        await gateway._application.StartAsync();
        return gateway;
    }

    /// <summary>Requests that all generations of the plugin have counted in their metric.</summary>
    public long ReadCount()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Host.Metrics.WritePrometheus(text);
        var sample = text.ToString().Split('\n').Single(
            line => line.Contains("soak_requests", StringComparison.Ordinal) && !line.StartsWith('#'));
        return long.Parse(sample[(sample.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _callouts.Dispose();
        _client.Dispose();
    }
}
