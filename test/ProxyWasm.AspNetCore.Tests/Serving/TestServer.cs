using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProxyWasm.Host;
using ProxyWasm.Host.Plugins;

namespace ProxyWasm.AspNetCore.Tests.Serving;

/// <summary>An ASP.NET Core application behind plugins, on real sockets: one for HTTP/1.1 and one for HTTP/2.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _client;

    private TestServer(WebApplication application, RecordingLogger log, RecordingPluginLog pluginLog)
    {
        _application = application;
        Log = log;
        PluginLog = pluginLog;
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Http1 = new Uri(addresses.Addresses.First());
        Http2 = new Uri(addresses.Addresses.Last());
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            UseCookies = false,
            EnableMultipleHttp2Connections = true,
            RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        });
    }

    public Uri Http1 { get; }

    public Uri Http2 { get; }

    public RecordingLogger Log { get; }

    public RecordingPluginLog PluginLog { get; }

    public static Task<TestServer> StartAsync(RequestDelegate app, params string[] plugins) =>
        StartAsync(new TestServerOptions(), app, plugins);

    public static async Task<TestServer> StartAsync(TestServerOptions options, RequestDelegate app, params string[] plugins)
    {
        var log = new RecordingLogger();
        var pluginLog = new RecordingPluginLog();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddProvider(log);
        builder.Services.AddRouting();
        builder.Services.AddProxyWasm(host => host with { Workers = options.Workers, PluginLog = pluginLog });
        options.Services?.Invoke(builder.Services);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        var application = builder.Build();
        options.Before?.Invoke(application);
        var loaded = await LoadAsync(application.Services.GetRequiredService<PluginHost>(), options, plugins);
        var chains = loaded.Host.CreateHttpChain(loaded.Plugins);
        application.UseProxyWasm(options.SelectChain is { } select ? select(loaded.Host, loaded.Plugins) : _ => chains);
        options.After?.Invoke(application);
        if (!options.HasEndpoints)
        {
            application.Run(app);
        }

        await application.StartAsync();
        return new TestServer(application, log, pluginLog);
    }

    public Task<HttpResponseMessage> SendAsync(
        string version, HttpRequestMessage request, CancellationToken cancellation = default)
    {
        request.Version = Version.Parse(version);
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        request.RequestUri = new Uri(version == "1.1" ? Http1 : Http2, request.RequestUri!);
        return _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    public async Task<HttpResponseMessage> GetAsync(string version, string path = "/", params (string, string)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await SendAsync(version, request, TestContext.Current.CancellationToken);
        await response.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return response;
    }

    public async Task<HttpResponseMessage> PostAsync(string version, HttpContent content, string path = "/")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        var response = await SendAsync(version, request, TestContext.Current.CancellationToken);
        await response.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return response;
    }

    /// <summary>A connection to the HTTP/1.1 socket for bytes that no client library would send.</summary>
    public async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Http1.Port, TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Sends bytes (one per character) and gives what comes back until the server closes.</summary>
    public async Task<string> ExchangeRawAsync(string request)
    {
        await using var connection = await ConnectAsync();
        await connection.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static async Task<(PluginHost Host, Plugin[] Plugins)> LoadAsync(
        PluginHost host, TestServerOptions options, string[] plugins)
    {
        var loaded = new Plugin[plugins.Length];
        for (var i = 0; i < plugins.Length; i++)
        {
            var plugin = new PluginOptions
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"plugin-{i}"),
                Code = host.ConvertText(plugins[i]),
            };
            loaded[i] = await host.LoadAsync(options.Plugin is { } change ? change(plugin) : plugin);
        }

        return (host, loaded);
    }
}
