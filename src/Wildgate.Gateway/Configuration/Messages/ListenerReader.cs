using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.listener.v3.Listener</c> down to its connection manager or TCP proxy.</summary>
internal static class ListenerReader
{
    /// <summary>What the listener speaks; neither when it cannot be read.</summary>
    public static (ListenerConfig? Http, TcpListenerConfig? Tcp) Read(ConfigurationValue value)
    {
        if (value.AsMessage("a listener") is not { } fields)
        {
            return default;
        }

        var name = fields.Optional("name")?.AsText() ?? "";
        var address = fields.Required("address") is { } addressValue
            ? AddressReader.ReadListening(addressValue) : null;
        var chain = Single(fields.Required("filter_chains"), "filter chain");
        var (http, tcp) = chain is null ? default : ReadFilterChain(chain);
        fields.RefuseOthers(
            "additional_addresses", "stat_prefix", "filter_chain_matcher", "use_original_dst", "default_filter_chain",
            "per_connection_buffer_limit_bytes", "metadata", "deprecated_v1", "drain_type", "listener_filters",
            "listener_filters_timeout", "continue_on_listener_filters_timeout", "transparent", "freebind",
            "socket_options", "tcp_fast_open_queue_length", "traffic_direction", "udp_listener_config",
            "api_listener", "connection_balance_config", "reuse_port", "enable_reuse_port", "access_log",
            "tcp_backlog_size", "max_connections_to_accept_per_socket_event", "bind_to_port", "internal_listener",
            "enable_mptcp", "ignore_global_conn_limit", "bypass_overload_manager");
        return address is null ? default : (
            http is null ? null : new ListenerConfig(name, address, http),
            tcp is null ? null : new TcpListenerConfig(name, address, tcp));
    }

    private static (HttpConnectionManagerConfig? Http, TcpProxyConfig? Tcp) ReadFilterChain(ConfigurationValue value)
    {
        if (value.AsMessage("a filter chain") is not { } fields)
        {
            return default;
        }

        var filters = fields.Required("filters");
        fields.RefuseOthers(
            "filter_chain_match", "use_proxy_proto", "metadata", "transport_socket",
            "transport_socket_connect_timeout", "name", "tls_context", "on_demand_configuration");
        return filters is null ? default : NetworkFiltersReader.Read(filters);
    }

    private static ConfigurationValue? Single(ConfigurationValue? list, string kind)
    {
        var items = list?.AsList().Take(2).ToArray() ?? [];
        if (items.Length == 2)
        {
            items[1].Report(
                ConfigurationProblemIds.NotSupported,
                $"not supported: expected one {kind}, found another one",
                "remove it");
        }
        else if (items.Length == 0)
        {
            list?.Report(ConfigurationProblemIds.WrongCount, $"expected a {kind}, found an empty list", "add one");
        }

        return items.FirstOrDefault();
    }
}
