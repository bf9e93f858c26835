using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProxyWasm.Host.Callouts.Transport;

namespace ProxyWasm.Host.Tests.Callouts.Upstreams;

/// <summary>A real HTTP server in this process, on a port of its own.</summary>
internal sealed class HttpUpstream : IAsyncDisposable
{
    private readonly WebApplication _application;

    private HttpUpstream(WebApplication application) => _application = application;

    public int Port => new Uri(_application.Urls.First()).Port;

    /// <summary>Set when a gRPC call has arrived.</summary>
    public TaskCompletionSource Arrived { get; private init; } = new();

    public static async Task<HttpUpstream> StartAsync(
        RequestDelegate answer,
        HttpProtocols protocols = HttpProtocols.Http1,
        HttpsConnectionAdapterOptions? tls = null)
    {
        var application = Build(protocols, tls, static _ => { });
        application.Run(answer);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new HttpUpstream(application);
    }

    public static async Task<HttpUpstream> StartGrpcAsync()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var application = Build(HttpProtocols.Http2, null, services =>
        {
            services.AddSingleton(arrived);
            services.AddGrpc();
        });
        application.MapGrpcService<GreeterService>();
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new HttpUpstream(application) { Arrived = arrived };
    }

    public CalloutCluster Cluster(string name, Version? version = null, CalloutTls? tls = null) => new()
    {
        Name = name,
        Endpoints = [new DnsEndPoint("127.0.0.1", Port)],
        Version = version ?? HttpVersion.Version11,
        Tls = tls,
    };

    public async ValueTask DisposeAsync()
    {
        using var impatience = new CancellationTokenSource(TimeSpan.Zero);
        await _application.StopAsync(impatience.Token);
        await _application.DisposeAsync();
    }

    private static WebApplication Build(
        HttpProtocols protocols, HttpsConnectionAdapterOptions? tls, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
            options.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
            options.Listen(IPAddress.Loopback, 0, listener =>
            {
                listener.Protocols = protocols;
                if (tls is not null)
                {
                    listener.UseHttps(tls);
                }
            });
        });
        configure(builder.Services);
        return builder.Build();
    }
}
