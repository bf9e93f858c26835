using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.cluster.v3.Cluster</c>.</summary>
internal static class ClusterReader
{
    private static readonly TimeSpan DefaultConnectTimeout = TimeSpan.FromSeconds(5);

    private static readonly EnumNames<ClusterDiscovery> Types = new(
        "a cluster type",
        ("STATIC", 0, ClusterDiscovery.Static),
        ("STRICT_DNS", 1, ClusterDiscovery.StrictDns),
        ("LOGICAL_DNS", 2, ClusterDiscovery.LogicalDns),
        ("EDS", 3, null),
        ("ORIGINAL_DST", 4, null));

    private static readonly EnumNames<LoadBalancing> Policies = new(
        "a load balancing policy",
        ("ROUND_ROBIN", 0, LoadBalancing.RoundRobin),
        ("LEAST_REQUEST", 1, LoadBalancing.LeastRequest),
        ("RING_HASH", 2, null),
        ("RANDOM", 3, LoadBalancing.Random),
        ("MAGLEV", 5, null),
        ("CLUSTER_PROVIDED", 6, null),
        ("LOAD_BALANCING_POLICY_CONFIG", 7, null));

    private static readonly EnumNames<DnsLookupFamily> Families = new(
        "a DNS lookup family",
        ("AUTO", 0, DnsLookupFamily.Auto),
        ("V4_ONLY", 1, DnsLookupFamily.V4Only),
        ("V6_ONLY", 2, DnsLookupFamily.V6Only),
        ("V4_PREFERRED", 3, DnsLookupFamily.V4Preferred),
        ("ALL", 4, DnsLookupFamily.All));

    public static ClusterConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("a cluster") is not { } fields)
        {
            return null;
        }

        var name = ReadName(fields);
        var discovery = fields.Optional("type")?.AsEnum(Types) ?? ClusterDiscovery.Static;
        var timeout = fields.Optional("connect_timeout")?.AsDuration(TimeSpan.FromTicks(1)) ?? DefaultConnectTimeout;
        var balancing = fields.Optional("lb_policy")?.AsEnum(Policies) ?? LoadBalancing.RoundRobin;
        var endpoints = fields.Required("load_assignment") is { } assignment
            ? LoadAssignmentReader.Read(assignment, discovery) : [];
        var protocol = UpstreamProtocolReader.Read(fields);
        var tls = fields.Optional("transport_socket") is { } socket ? UpstreamTlsReader.Read(socket) : null;
        var family = fields.Optional("dns_lookup_family")?.AsEnum(Families) ?? DnsLookupFamily.Auto;
        RefuseOthers(fields);
        return new ClusterConfig
        {
            Name = name,
            Discovery = discovery,
            ConnectTimeout = timeout,
            LoadBalancing = balancing,
            Endpoints = endpoints,
            Protocol = protocol,
            Tls = tls,
            DnsLookupFamily = family,
        };
    }

    private static string ReadName(MessageFields fields)
    {
        if (fields.Required("name") is not { } value || value.AsName() is not { } name)
        {
            return "";
        }

        value.Context.Clusters.Define(name, value);
        return name;
    }

    private static void RefuseOthers(MessageFields fields) => fields.RefuseOthers(
        "transport_socket_matches", "transport_socket_matcher", "alt_stat_name", "cluster_type", "eds_cluster_config",
        "per_connection_buffer_limit_bytes", "load_balancing_policy", "hosts", "health_checks",
        "max_requests_per_connection", "circuit_breakers", "tls_context", "upstream_http_protocol_options",
        "common_http_protocol_options", "http_protocol_options", "dns_refresh_rate", "dns_jitter",
        "dns_failure_refresh_rate", "respect_dns_ttl", "dns_resolvers", "use_tcp_for_dns_lookups",
        "dns_resolution_config", "typed_dns_resolver_config", "wait_for_warm_on_init", "outlier_detection",
        "cleanup_interval", "upstream_bind_config", "lb_subset_config", "ring_hash_lb_config", "maglev_lb_config",
        "original_dst_lb_config", "least_request_lb_config", "round_robin_lb_config", "common_lb_config", "metadata",
        "protocol_selection", "upstream_connection_options", "close_connections_on_host_health_failure",
        "ignore_health_on_host_removal", "filters", "lrs_server", "lrs_report_endpoint_metrics",
        "track_timeout_budgets", "upstream_config", "track_cluster_stats", "preconnect_policy",
        "connection_pool_per_downstream_connection");
}
