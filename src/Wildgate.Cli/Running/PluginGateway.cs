using System.Text;
using ProxyWasm.Host;
using ProxyWasm.Host.Modules;
using Wildgate.Cli.Input;
using Wildgate.Cli.Inspection;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Cli.Running;

/// <summary>Makes the configuration of a gateway with one listener, one route and one cluster.</summary>
internal static class PluginGateway
{
    /// <summary>The one cluster.</summary>
    public const string ClusterName = "upstream";

    /// <summary>Reads a plugin and looks whether it can run.</summary>
    /// <exception cref="CommandException">A file cannot be read, or the plugin cannot run.</exception>
    public static async Task<PluginConfig> ReadPluginAsync(PluginRunOptions options, CancellationToken cancellation)
    {
        var module = await ReadModuleAsync(options.Plugin, cancellation);
        RequireRunnable(options.Plugin, module);
        return new PluginConfig
        {
            Name = options.Name,
            RootId = options.RootId,
            Configuration = await ReadConfigurationAsync(options, cancellation),
            ConfigurationPlace = new ConfigurationPlace(
                options.ConfigurationFile ?? options.Plugin, 0, 0, "configuration"),
            FailurePolicy = options.FailOpen ? PluginFailurePolicy.FailOpen : PluginFailurePolicy.FailClosed,
            ReloadBackoff = new BackoffConfig(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)),
            AllowedCapabilities = [],
            Vm = new VmConfig
            {
                VmId = "",
                Runtime = "envoy.wasm.runtime.wasmtime",
                Code = new InlineCodeConfig(module),
                Configuration = Encoding.UTF8.GetBytes(options.VmConfiguration),
                HostEnvironmentKeys = [],
                Environment = [.. options.Environment],
            },
        };
    }

    /// <param name="plugins">What requests pass, in order; at least one.</param>
    /// <param name="listen">Where requests come from.</param>
    /// <param name="upstream">Where they go; for plugins the cluster <see cref="ClusterName"/>.</param>
    public static GatewayConfiguration Configure(
        IReadOnlyList<PluginConfig> plugins, ListenAddress listen, Uri upstream)
    {
        var forward = new ForwardActionConfig
        {
            Cluster = ClusterName,
            Timeout = TimeSpan.Zero,
            PrefixRewrite = upstream.AbsolutePath.Length > 1 ? upstream.AbsolutePath.TrimEnd('/') + "/" : null,
        };
        var route = new RouteConfig("", new RouteMatchConfig(PathMatchKind.Prefix, "/"), forward);
        var http = new HttpConnectionManagerConfig
        {
            StatPrefix = "wild",
            Codec = HttpCodec.Auto,
            Routes = new RouteTableConfig("wild", [new VirtualHostConfig("wild", ["*"], [route])]),
            Filters = [.. plugins.Select(static plugin => new WasmFilterConfig("envoy.filters.http.wasm", plugin))],
        };
        var address = new SocketAddressConfig(AddressOf(listen), listen.Port);
        return new GatewayConfiguration
        {
            SourceName = plugins[0].Name,
            Listeners = [new ListenerConfig("wild", address, http)],
            Clusters = [ClusterOf(upstream)],
            Warnings = [],
        };
    }

    /// <summary>Reads a plugin; a file named <c>*.wat</c> is translated from the text format.</summary>
    /// <exception cref="CommandException">It cannot be read or translated.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadModuleAsync(string path, CancellationToken cancellation)
    {
        var bytes = await InputFile.ReadAsync(path, InputKind.Module, cancellation);
        if (path.EndsWith(".wat", StringComparison.OrdinalIgnoreCase))
        {
            bytes = await TranslateAsync(path, Encoding.UTF8.GetString(bytes.Span));
        }

        return bytes;
    }

    private static async Task<ReadOnlyMemory<byte>> TranslateAsync(string path, string text)
    {
        await using var host = new PluginHost(new PluginHostOptions { Workers = 1 });
        try
        {
            return host.ConvertText(text);
        }
        catch (PluginLoadException error)
        {
            throw new CommandException(
                ExitCode.InvalidInput, error.Id, $"{path}: {error.Problem} [{error.Id}]", error.Hint, error);
        }
    }

    /// <summary>The gateway looks too, but speaks of a plugin, and here the user thinks of a file.</summary>
    public static void RequireRunnable(string path, ReadOnlyMemory<byte> module)
    {
        try
        {
            var inspection = ModuleInspector.Inspect(WasmModuleInfo.Parse(module));
            if (!inspection.IsRunnable)
            {
                throw InvalidModule.Of(path, inspection.Errors);
            }
        }
        catch (ModuleException error)
        {
            throw InvalidModule.Of(path, [error.Problem], error);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadConfigurationAsync(
        PluginRunOptions options, CancellationToken cancellation) => options.ConfigurationFile is { } file
            ? await InputFile.ReadAsync(file, InputKind.PluginConfiguration, cancellation)
            : Encoding.UTF8.GetBytes(options.Configuration);

    private static string AddressOf(ListenAddress listen) => listen.Host switch
    {
        "" => "::",
        "localhost" => "127.0.0.1",
        var host => host,
    };

    private static ClusterConfig ClusterOf(Uri upstream)
    {
        var address = new SocketAddressConfig(upstream.DnsSafeHost, upstream.Port);
        return new ClusterConfig
        {
            Name = ClusterName,
            Discovery = ClusterDiscovery.LogicalDns,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            LoadBalancing = LoadBalancing.RoundRobin,
            Endpoints = [new EndpointConfig(address, upstream.DnsSafeHost)],
            Protocol = UpstreamProtocol.Http1,
            Tls = upstream.Scheme == Uri.UriSchemeHttps ? new UpstreamTlsConfig(upstream.DnsSafeHost) : null,
            DnsLookupFamily = DnsLookupFamily.Auto,
        };
    }
}
