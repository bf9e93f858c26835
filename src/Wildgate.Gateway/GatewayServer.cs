using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProxyWasm.AspNetCore;
using ProxyWasm.Host;
using ProxyWasm.Host.Callouts.Transport;
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
    private readonly HttpCalloutTransport _callouts;
    private readonly TcpListeners _tcp;
    private readonly TimeSpan _drainTimeout;
    private int _isDisposed;

    private GatewayServer(
        WebApplication application,
        PluginHost plugins,
        Cluster[] clusters,
        HttpCalloutTransport callouts,
        TcpListeners tcp,
        TimeSpan drainTimeout)
    {
        _application = application;
        _callouts = callouts;
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
    /// Code cannot be read, or is not a Proxy-Wasm plugin that can run here and the plugin fails closed (the inner
    /// exception is then a <see cref="ModuleException"/> or <see cref="PluginLoadException"/>), or an address cannot be
    /// listened on.
    /// </exception>
    /// <exception cref="PluginLoadException">A plugin that fails closed does not start.</exception>
    /// <exception cref="ConfigurationException">
    /// The configuration of a plugin differs from the JSON Schema that its module carries.
    /// </exception>
    public static async Task<GatewayServer> StartAsync(
        GatewayConfiguration configuration,
        GatewayOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        options ??= new GatewayOptions();
        var clusters = configuration.Clusters.Select(cluster => new Cluster(cluster)).ToArray();
        var callouts = new HttpCalloutTransport(new HttpCalloutOptions
        {
            Clusters = [.. clusters.Select(cluster => cluster.Callouts)],
            AllowedUrlHosts = configuration.AllowedUrlHosts,
            LoggerFactory = options.LoggerFactory,
        });
        var host = new PluginHost(new PluginHostOptions
        {
            Workers = options.Workers,
            LoggerFactory = options.LoggerFactory,
            PluginLog = options.PluginLog,
            Callouts = callouts,
            TimeProvider = options.TimeProvider,
        });
        WebApplication? application = null;
        try
        {
            var loader = new PluginLoader(host, configuration.Clusters, options);
            Task<Plugin> LoadAsync(PluginConfig plugin) => loader.LoadAsync(plugin, cancellationToken);
            var tcp = await TcpListeners.LoadAsync(
                configuration.TcpListeners, host, LoadAsync, clusters, options.LoggerFactory);
            var listeners = await CreateListenersAsync(host, configuration, LoadAsync);
            application = Build(listeners, tcp, options);
            Configure(application, clusters);
            await ListenerSockets.OpenAsync(application, AddressesOf(configuration), cancellationToken);
            return new GatewayServer(application, host, clusters, callouts, tcp, options.DrainTimeout);
        }
        catch
        {
            await EndAsync(application, host, clusters, callouts);
            throw;
        }
    }

    /// <summary>Stops listening, lets requests in flight finish within the drain timeout, frees everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        using var drain = new CancellationTokenSource(_drainTimeout);
        await _application.StopAsync(drain.Token);
        await EndAsync(_application, _plugins, _clusters, _callouts);
    }

    private static async Task<Listener[]> CreateListenersAsync(
        PluginHost host, GatewayConfiguration configuration, Func<PluginConfig, Task<Plugin>> loadAsync)
    {
        async Task<List<Plugin>> LoadAllAsync(IEnumerable<PluginConfig> plugins)
        {
            var loaded = new List<Plugin>();
            foreach (var plugin in plugins)
            {
                loaded.Add(await loadAsync(plugin));
            }

            return loaded;
        }

        var listeners = new List<Listener>();
        foreach (var config in configuration.Listeners)
        {
            var plugins = await LoadAllAsync(config.Http.Filters.Select(filter => filter.Plugin));
            var loggers = await LoadAllAsync(config.Http.AccessLoggers);
            listeners.Add(new Listener(
                config, new RouteTable(config.Http.Routes), host.CreateHttpChain(plugins, loggers)));
        }

        return [.. listeners];
    }

    private static WebApplication Build(Listener[] listeners, TcpListeners tcp, GatewayOptions options)
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
            KestrelSettings.Apply(kestrel, listeners);
        });
        return builder.Build();
    }

    private static void Configure(WebApplication application, Cluster[] clusters)
    {
        var router = new Router(
            application.Services.GetRequiredService<IHttpForwarder>(),
            clusters.ToFrozenDictionary(cluster => cluster.Name));
        application.Use(static (context, next) =>
        {
            var listener = context.Features.GetRequiredFeature<Listener>();
            var feature = new RouteFeature(context, listener.Routes);
            context.Features.Set(feature);
            context.Features.Set<IRouteFeature>(feature);
            return next(context);
        });
        application.UseProxyWasm(static context => context.Features.GetRequiredFeature<Listener>().Plugins);
        application.Run(router.InvokeAsync);
    }

    private static SocketAddressConfig[] AddressesOf(GatewayConfiguration configuration) =>
    [
        .. configuration.Listeners.Select(static listener => listener.Address),
        .. configuration.TcpListeners.Select(static listener => listener.Address),
    ];

    private static async Task EndAsync(
        WebApplication? application, PluginHost host, Cluster[] clusters, HttpCalloutTransport callouts)
    {
        if (application is not null)
        {
            await application.DisposeAsync();
        }

        await host.DisposeAsync();
        callouts.Dispose();
        foreach (var cluster in clusters)
        {
            cluster.Dispose();
        }
    }
}
