using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>extensions.filters.network.tcp_proxy.v3.TcpProxy</c>.</summary>
internal static class TcpProxyReader
{
    private static readonly TimeSpan DefaultIdleTimeout = TimeSpan.FromHours(1);

    public static TcpProxyConfig? Read(MessageFields fields, IReadOnlyList<WasmFilterConfig> filters)
    {
        var statPrefix = fields.Required("stat_prefix")?.AsName();
        var cluster = ReadCluster(fields);
        var idleTimeout = fields.Optional("idle_timeout")?.AsDuration(TimeSpan.Zero) ?? DefaultIdleTimeout;
        var accessLoggers = AccessLogReader.Read(fields);
        fields.RefuseOthers(
            "weighted_clusters", "on_demand", "metadata_match", "downstream_idle_timeout", "upstream_idle_timeout",
            "max_connect_attempts", "backoff_options", "hash_policy", "tunneling_config",
            "max_downstream_connection_duration", "access_log_flush_interval",
            "flush_access_log_on_connected", "access_log_options", "proxy_protocol_tlvs", "deprecated_v1",
            "max_downstream_connection_duration_jitter_percentage", "upstream_connect_mode", "max_early_data_bytes");
        return statPrefix is null || cluster is null ? null : new TcpProxyConfig
        {
            StatPrefix = statPrefix,
            Cluster = cluster,
            IdleTimeout = idleTimeout,
            Filters = filters,
            AccessLoggers = accessLoggers,
        };
    }

    private static string? ReadCluster(MessageFields fields)
    {
        var value = fields.Optional("cluster");
        if (value is null && !fields.HasAny("weighted_clusters"))
        {
            fields.ReportMissing("cluster");
        }

        var name = value?.AsName();
        if (name is not null)
        {
            value!.Context.Clusters.Use(name, value);
        }

        return name;
    }
}
