using System.Collections.Frozen;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProxyWasm.AspNetCore;
using ProxyWasm.Host;
using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Plugins;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Hosting;
using Wildgate.Gateway.Plugins;
using Wildgate.Gateway.Routing;
using Wildgate.Gateway.Upstreams;
using Yarp.ReverseProxy.Forwarder;

namespace Wildgate.Gateway;

/// <summary>A running gateway: listeners, plugins, routes and clusters of one configuration.</summary>
public sealed class GatewayServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly PluginHost _plugins;
    private readonly Cluster[] _clusters;
    private readonly TcpListeners _tcp;
    private readonly TimeSpan _drainTimeout;

    private GatewayServer(
        WebApplication application, PluginHost plugins, Cluster[] clusters, TcpListeners tcp, TimeSpan drainTimeout)
    {
        _application = application;
        _tcp = tcp;
        _plugins = plugins;
        _clusters = clusters;
        _drainTimeout = drainTimeout;
    }

    /// <summary>
    /// Where the gateway listens, as <c>http://127.0.0.1:10000</c> or, for connections without HTTP,
    /// <c>tcp://127.0.0.1:5432</c>; port 0 has become a real one.
    /// </summary>
    public IReadOnlyList<string> Addresses => [.. HttpAddresses, .. _tcp.Addresses];

    private IEnumerable<string> HttpAddresses => (_application.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()?.Addresses ?? []).Where(address => !_tcp.Contains(address));

    /// <summary>Loads the plugins and begins to listen.</summary>
    /// <exception cref="GatewayStartException">
    /// Code cannot be read or is not a Proxy-Wasm plugin that can run here (the inner exception is then a
    /// <see cref="ModuleException"/> or <see cref="PluginLoadException"/>), or an address cannot be listened on.
    /// </exception>
    /// <exception cref="PluginLoadException">A plugin does not start.</exception>
    public static async Task<GatewayServer> StartAsync(
        GatewayConfiguration configuration,
        GatewayOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        options ??= new GatewayOptions();
        var host = new PluginHost(new PluginHostOptions
        {
            Workers = options.Workers,
            LoggerFactory = options.LoggerFactory,
            PluginLog = options.PluginLog,
        });
        var clusters = configuration.Clusters.Select(cluster => new Cluster(cluster)).ToArray();
        WebApplication? application = null;
        try
        {
            Task<Plugin> LoadAsync(PluginConfig plugin) => LoadPluginAsync(host, plugin, options, cancellationToken);
            var tcp = await TcpListeners.LoadAsync(
                configuration.TcpListeners, host, LoadAsync, clusters, options.LoggerFactory);
            var listener = configuration.Listeners is [var first, ..] ? first : null;
            application = Build(listener, tcp, options);
            if (listener is not null)
            {
                var plugins = await LoadPluginsAsync(host, listener.Http, options, cancellationToken);
                Configure(application, listener, host.CreateHttpChain(plugins), clusters);
            }

            await ListenAsync(application, PlacesOf(configuration), cancellationToken);
            return new GatewayServer(application, host, clusters, tcp, options.DrainTimeout);
        }
        catch
        {
            await EndAsync(application, host, clusters);
            throw;
        }
    }

    /// <summary>Stops listening, lets requests in flight finish within the drain timeout, frees everything.</summary>
    public async ValueTask DisposeAsync()
    {
        using var drain = new CancellationTokenSource(_drainTimeout);
        await _application.StopAsync(drain.Token);
        await EndAsync(_application, _plugins, _clusters);
    }

    private static async Task<Plugin[]> LoadPluginsAsync(
        PluginHost host, HttpConnectionManagerConfig http, GatewayOptions options, CancellationToken cancellationToken)
    {
        var plugins = new List<Plugin>();
        foreach (var filter in http.Filters)
        {
            plugins.Add(await LoadPluginAsync(host, filter.Plugin, options, cancellationToken));
        }

        return [.. plugins];
    }

    private static async Task<Plugin> LoadPluginAsync(
        PluginHost host, PluginConfig config, GatewayOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await host.LoadAsync(PluginOptionsFactory.Create(config, options.Limits, host), cancellationToken);
        }
        catch (ModuleException exception)
        {
            var file = config.Vm.Code is FileCodeConfig { FileName: var name } ? $"{name}: " : "";
            throw new GatewayStartException(
                exception.Id,
                $"plugin `{config.Name}`: {file}{exception.Problem.Message}",
                exception.Problem.Hint,
                exception);
        }
    }

    private static WebApplication Build(ListenerConfig? listener, TcpListeners tcp, GatewayOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton(options.LoggerFactory);
        builder.Services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddHttpForwarder();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTimeout);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            tcp.Apply(kestrel);
            if (listener is not null)
            {
                KestrelSettings.Apply(kestrel, listener);
            }
        });
        return builder.Build();
    }

    private static void Configure(
        WebApplication application,
        ListenerConfig listener,
        ProxyWasm.Host.Http.HttpFilterChain chain,
        Cluster[] clusters)
    {
        var routes = new RouteTable(listener.Http.Routes);
        var router = new Router(
            application.Services.GetRequiredService<IHttpForwarder>(),
            clusters.ToFrozenDictionary(cluster => cluster.Name));
        application.Use((context, next) =>
        {
            var feature = new RouteFeature(context, routes);
            context.Features.Set(feature);
            context.Features.Set<IRouteFeature>(feature);
            return next(context);
        });
        application.UseProxyWasm(chain);
        application.Run(router.InvokeAsync);
    }

    private static async Task ListenAsync(
        WebApplication application, string places, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new GatewayStartException(
                "WG2001",
                $"cannot listen on {places}: another program listens there",
                "Stop that program or choose another port",
                exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new GatewayStartException(
                "WG2005",
                $"cannot listen on {places}: {exception.Message}",
                "Choose an address of this machine, and a port that you may use (most systems reserve "
                    + "those below 1024)",
                exception);
        }
    }

    private static string PlacesOf(GatewayConfiguration configuration) => string.Join(
        ", ",
        configuration.Listeners.Select(static listener => listener.Address)
            .Concat(configuration.TcpListeners.Select(static listener => listener.Address))
            .Select(KestrelSettings.EndPointOf));

    private static async Task EndAsync(WebApplication? application, PluginHost host, Cluster[] clusters)
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }

        await host.DisposeAsync();
        foreach (var cluster in clusters)
        {
            cluster.Dispose();
        }
    }
}
