using Microsoft.Extensions.Logging;
using ProxyWasm.Host;
using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Plugins;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Plugins;

/// <summary>Loads the plugins of a configuration, wherever their code is.</summary>
internal sealed class PluginLoader(PluginHost host, IReadOnlyList<ClusterConfig> clusters, GatewayOptions options)
{
    private readonly ILogger _logger = options.LoggerFactory.CreateLogger<PluginLoader>();

    /// <summary>
    /// Loads a plugin. As in Envoy one that fails open is left out when its code cannot run, and one whose code could
    /// not be fetched keeps its place, so that its failure policy decides about traffic.
    /// </summary>
    /// <exception cref="GatewayStartException">
    /// Local code cannot be read, or code cannot run and the plugin fails closed.
    /// </exception>
    /// <exception cref="PluginLoadException">The plugin fails closed and does not start.</exception>
    /// <exception cref="ConfigurationException">
    /// The plugin fails closed, and its configuration differs from the schema that its module carries.
    /// </exception>
    public async Task<Plugin> LoadAsync(PluginConfig config, CancellationToken cancellationToken)
    {
        if (config.Vm.Code is not RemoteCodeConfig remote)
        {
            return await LoadAsync(config, LocalCode.Read(config, host), cancellationToken);
        }

        var code = await FetchAsync(config, remote, cancellationToken);
        return code.Module is null
            ? CreateUnavailable(config, $"Cannot fetch {remote.Uri}: {code.Problem}.")
            : await LoadAsync(config, code.Module, cancellationToken);
    }

    private async Task<Plugin> LoadAsync(
        PluginConfig config, ReadOnlyMemory<byte> code, CancellationToken cancellationToken)
    {
        try
        {
            PluginConfigurationGate.Require(config, code, _logger);
            return await host.LoadAsync(
                PluginOptionsFactory.Create(config, code, options.Limits), cancellationToken);
        }
        catch (Exception exception)
            when (exception is ModuleException or PluginLoadException or ConfigurationException
                && config.FailurePolicy == PluginFailurePolicy.FailOpen)
        {
            return CreateUnavailable(config, exception.Message);
        }
        catch (ModuleException exception)
        {
            throw new GatewayStartException(
                exception.Id,
                $"plugin `{config.Name}`: {SourceOf(config)}{exception.Problem.Message}",
                exception.Problem.Hint,
                exception);
        }
    }

    private Task<RemoteCode> FetchAsync(
        PluginConfig config, RemoteCodeConfig remote, CancellationToken cancellationToken)
    {
        var cluster = clusters.First(cluster => cluster.Name == remote.Cluster);
        var fetcher = new RemoteCodeFetcher(remote, cluster, options.LoggerFactory);
        var code = options.CodeCache.GetOrFetch(remote.Sha256, fetcher.FetchAsync);
        if (config.Vm.NackOnCodeCacheMiss && !code.IsCompleted)
        {
            throw new GatewayStartException(
                "WG2006",
                $"plugin `{config.Name}`: its code is not in the cache yet and is being fetched from {remote.Uri}",
                "Apply the configuration again in a while, or set `nack_on_code_cache_miss` to false to wait for it");
        }

        return code.WaitAsync(cancellationToken);
    }

    private Plugin CreateUnavailable(PluginConfig config, string problem)
    {
        if (config.FailurePolicy == PluginFailurePolicy.FailOpen)
        {
            Log.LeftOut(_logger, config.Name, problem);
        }
        else
        {
            Log.Refuses(_logger, config.Name, problem);
        }

        return host.CreateUnavailable(PluginOptionsFactory.Create(config, default, options.Limits));
    }

    private static string SourceOf(PluginConfig config) => config.Vm.Code switch
    {
        FileCodeConfig file => $"{file.FileName}: ",
        RemoteCodeConfig remote => $"{remote.Uri}: ",
        _ => "",
    };
}
