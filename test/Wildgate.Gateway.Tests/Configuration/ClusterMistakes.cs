using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Mistakes in clusters.</summary>
/// <remarks>Slot, text, id, path and a part of the message.</remarks>
public static class ClusterMistakes
{
    private const string Cluster = "static_resources.clusters[0]";

    public static TheoryData<string, string, string, string, string> All => new()
    {
        { "cluster", "type: §EDS", NotSupported, Cluster + ".type", "STATIC, STRICT_DNS, LOGICAL_DNS" },
        { "cluster", "type: §7", InvalidValue, Cluster + ".type", "found \"7\"" },
        { "cluster", "lb_policy: §MAGLEV", NotSupported, Cluster + ".lb_policy", "MAGLEV" },
        { "cluster", "connect_timeout: §0s", InvalidValue, Cluster + ".connect_timeout", "at least 0.0000001s" },
        { "cluster", "connect_timeout: §{}", WrongShape, Cluster + ".connect_timeout", "found a map" },
        { "cluster", "§health_checks: []", NotSupported, Cluster + ".health_checks", "\"health_checks\"" },
        {
            "cluster", "http2_protocol_options: { §max_concurrent_streams: 1 }", NotSupported,
            Cluster + ".http2_protocol_options.max_concurrent_streams", "\"max_concurrent_streams\""
        },
        {
            "cluster", "typed_extension_protocol_options: { other: §{} }", NotSupported,
            Cluster + ".typed_extension_protocol_options.other", "found \"other\""
        },
        {
            "cluster", "transport_socket: { name: tls, typed_config: { \"@type\": §a/envoy.Raw } }", NotSupported,
            Cluster + ".transport_socket.typed_config.@type", "UpstreamTlsContext"
        },
        {
            "cluster",
            "transport_socket: { name: tls, typed_config: { "
                + "\"@type\": a/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext, "
                + "common_tls_context: { §validation_context: {} } } }",
            NotSupported, Cluster + ".transport_socket.typed_config.common_tls_context.validation_context", ""
        },
        {
            "clusters", "- name: upstream\n  load_assignment: §{ cluster_name: a }", WrongCount,
            Cluster + ".load_assignment", "expected an endpoint"
        },
        {
            "clusters", "- §{ name: upstream }", MissingField, Cluster + ".load_assignment", "in a cluster"
        },
        {
            "clusters", Upstream("STATIC", "{ address: §example.com, port_value: 80 }"), InvalidValue,
            Cluster + ".load_assignment.endpoints[0].lb_endpoints[0].endpoint.address.socket_address.address",
            "STRICT_DNS"
        },
        {
            "clusters", Upstream("STATIC", "{ address: §\"1\", port_value: 80 }"), InvalidValue,
            Cluster + ".load_assignment.endpoints[0].lb_endpoints[0].endpoint.address.socket_address.address",
            "found \"1\""
        },
        {
            "clusters", Upstream("STRICT_DNS", "{ address: §'http://a', port_value: 80 }"), InvalidValue,
            Cluster + ".load_assignment.endpoints[0].lb_endpoints[0].endpoint.address.socket_address.address",
            "there is no scheme"
        },
        {
            "clusters", Upstream("STRICT_DNS", "{ address: a, port_value: §0 }"), InvalidValue,
            Cluster + ".load_assignment.endpoints[0].lb_endpoints[0].endpoint.address.socket_address.port_value",
            "from 1 to 65535"
        },
        {
            "clusters",
            "- name: upstream\n  type: LOGICAL_DNS\n"
                + "  load_assignment: §{ cluster_name: a, endpoints: [{ lb_endpoints: ["
                + "{ endpoint: { address: { socket_address: { address: a, port_value: 1 } } } }, "
                + "{ endpoint: { address: { socket_address: { address: b, port_value: 1 } } } }] }] }",
            WrongCount, Cluster + ".load_assignment", "found 2"
        },
        {
            "clusters",
            Upstream("STATIC", "{ address: ::1, port_value: 1 }") + "\n"
                + Upstream("STATIC", "{ address: ::1, port_value: 1 }", name: "§upstream"),
            DuplicateName, "static_resources.clusters[1].name", "found \"upstream\" again"
        },
    };

    private static string Upstream(string type, string address, string name = "upstream") =>
        $"- name: {name}\n  type: {type}\n  load_assignment: {{ cluster_name: a, endpoints: [{{ lb_endpoints: "
            + $"[{{ endpoint: {{ address: {{ socket_address: {address} }} }} }}] }}] }}";
}
