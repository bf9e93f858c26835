using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;

/// <summary>Reads <c>config.bootstrap.v3.Bootstrap</c>, the root of a configuration.</summary>
internal static class BootstrapReader
{
    public static GatewayConfiguration? Read(ConfigurationValue value)
    {
        if (value.AsMessage("the configuration") is not { } fields)
        {
            return null;
        }

        var resources = fields.Required("static_resources")?.AsMessage("static_resources");
        var admin = fields.Optional("admin") is { } adminValue ? AdminReader.Read(adminValue) : null;
        var urlHosts = fields.Optional("wildgate") is { } own ? WildgateReader.ReadUrlHosts(own) : [];
        fields.RefuseOthers(
            "node", "dynamic_resources", "cluster_manager", "hds_config", "flags_path", "stats_sinks", "stats_config",
            "stats_flush_interval", "stats_flush_on_admin", "watchdog", "watchdogs", "tracing", "layered_runtime",
            "runtime", "overload_manager", "enable_dispatcher_stats", "header_prefix", "bootstrap_extensions",
            "fatal_actions", "config_sources", "default_config_source", "default_socket_interface", "inline_headers",
            "node_context_params", "typed_dns_resolver_config", "dns_resolution_config", "use_tcp_for_dns_lookups",
            "perf_tracing_file_path", "certificate_provider_instances", "default_regex_engine",
            "xds_delegate_extension", "xds_config_tracker_extension", "listener_manager", "application_log_config",
            "grpc_async_client_manager_config", "memory_allocator_manager");
        if (resources is null)
        {
            return null;
        }

        var clusters = ReadClusters(resources);
        var (listeners, tcpListeners) = ReadListeners(resources);
        resources.RefuseOthers("secrets");
        value.Context.Clusters.Check();
        return new GatewayConfiguration
        {
            SourceName = value.Context.Problems.Source,
            Listeners = listeners,
            TcpListeners = tcpListeners,
            Clusters = clusters,
            AllowedUrlHosts = urlHosts,
            Admin = admin,
            Warnings = value.Context.Problems.Warnings,
        };
    }

    private static IReadOnlyList<ClusterConfig> ReadClusters(MessageFields resources) =>
        [.. (resources.Optional("clusters")?.AsList() ?? []).Select(ClusterReader.Read).OfType<ClusterConfig>()];

    private static (IReadOnlyList<ListenerConfig> Http, IReadOnlyList<TcpListenerConfig> Tcp) ReadListeners(
        MessageFields resources)
    {
        if (resources.Required("listeners") is not { } value)
        {
            return ([], []);
        }

        var listeners = new List<ListenerConfig>();
        var tcpListeners = new List<TcpListenerConfig>();
        var count = 0;
        foreach (var item in value.AsList())
        {
            count++;
            var (http, tcp) = ListenerReader.Read(item);
            if (http is not null)
            {
                listeners.Add(http);
            }

            if (tcp is not null)
            {
                tcpListeners.Add(tcp);
            }
        }

        if (count == 0)
        {
            value.Report(ConfigurationProblemIds.WrongCount, "expected a listener, found an empty list", "add one");
        }

        return ([.. listeners], [.. tcpListeners]);
    }
}
