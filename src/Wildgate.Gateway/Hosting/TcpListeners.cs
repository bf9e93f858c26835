using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using ProxyWasm.AspNetCore;
using ProxyWasm.Host;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Tcp;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Upstreams;

namespace Wildgate.Gateway.Hosting;

/// <summary>The listeners of a gateway that pass connections on without HTTP, each with its plugins.</summary>
internal sealed class TcpListeners
{
    private readonly IReadOnlyList<Listener> _listeners;
    private readonly ILoggerFactory _loggerFactory;

    private TcpListeners(IReadOnlyList<Listener> listeners, ILoggerFactory loggerFactory)
    {
        _listeners = listeners;
        _loggerFactory = loggerFactory;
    }

    /// <summary>Where they listen, such as <c>tcp://127.0.0.1:5432</c>; known once the server has started.</summary>
    public IEnumerable<string> Addresses => _listeners
        .Select(static listener => listener.Options?.IPEndPoint)
        .OfType<IPEndPoint>()
        .Select(static endPoint => $"tcp://{endPoint}");

    /// <summary>Loads the plugins of all listeners.</summary>
    public static async Task<TcpListeners> LoadAsync(
        IReadOnlyList<TcpListenerConfig> configs,
        PluginHost host,
        Func<PluginConfig, Task<Plugin>> loadAsync,
        IReadOnlyList<Cluster> clusters,
        ILoggerFactory loggerFactory)
    {
        var listeners = new List<Listener>();
        foreach (var config in configs)
        {
            var plugins = new List<Plugin>();
            foreach (var filter in config.Proxy.Filters)
            {
                plugins.Add(await loadAsync(filter.Plugin));
            }

            var loggers = new List<Plugin>();
            foreach (var logger in config.Proxy.AccessLoggers)
            {
                loggers.Add(await loadAsync(logger));
            }

            listeners.Add(new Listener(
                config,
                host.CreateTcpChain(plugins, loggers),
                clusters.First(cluster => cluster.Name == config.Proxy.Cluster)));
        }

        return new TcpListeners(listeners, loggerFactory);
    }

    /// <summary>Lets the server listen.</summary>
    public void Apply(KestrelServerOptions options)
    {
        foreach (var listener in _listeners)
        {
            options.Listen(KestrelSettings.EndPointOf(listener.Config.Address), listen => Configure(listen, listener));
        }
    }

    /// <summary>Whether an address that the server gives as one of HTTP is one of these.</summary>
    public bool Contains(string address) => _listeners.Any(listener => listener.Options?.IPEndPoint is { } endPoint
        && address.EndsWith(
            string.Create(CultureInfo.InvariantCulture, $"://{endPoint}"), StringComparison.OrdinalIgnoreCase));

    private void Configure(ListenOptions options, Listener listener)
    {
        listener.Options = options;
        var proxy = new TcpProxy(
            listener.Cluster,
            listener.Config.Proxy.IdleTimeout,
            TimeProvider.System,
            _loggerFactory.CreateLogger<TcpProxy>());
        options.Use(next => connection =>
        {
            connection.Features.Set<IRouteFeature>(new TcpRoute(listener.Cluster.Name));
            return next(connection);
        });
        options.UseProxyWasm(listener.Chain);
        options.Run(proxy.RunAsync);
    }

    private sealed class Listener(TcpListenerConfig config, TcpFilterChain chain, Cluster cluster)
    {
        public TcpListenerConfig Config => config;

        public TcpFilterChain Chain => chain;

        public Cluster Cluster => cluster;

        public ListenOptions? Options { get; set; }
    }
}
