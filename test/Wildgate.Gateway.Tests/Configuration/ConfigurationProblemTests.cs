using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Every row has one mistake, which must be the only problem, at the mark, with this id and path.</summary>
public sealed class ConfigurationProblemTests
{
    private const string Chain = "static_resources.listeners[0].filter_chains[0]";
    private const string Manager = Chain + ".filters[0].typed_config";
    private const string Routes = Manager + ".route_config.virtual_hosts[0].routes";
    private const string Plugin = Manager + ".http_filters[0].typed_config.config";
    private const string Cluster = "static_resources.clusters[0]";
    private const string StringValue = "\"@type\": type.googleapis.com/google.protobuf.StringValue";

    public static TheoryData<string, string, string, string, string> Listeners => new()
    {
        { "root", "§node: { id: a }", NotSupported, "node", "\"node\"" },
        { "root", "§static_resource: {}", UnknownField, "static_resource", "did you mean \"static_resources\"?" },
        { "root", "admin: §text", WrongShape, "admin", "found \"text\"" },
        { "root", "admin: { §adress: {} }", UnknownField, "admin.adress", "did you mean \"address\"?" },
        { "address", "address: §here", WrongShape, "static_resources.listeners[0].address", "found \"here\"" },
        {
            "address", "address: { socket_address: { address: §localhost, port_value: 1 } }", InvalidValue,
            "static_resources.listeners[0].address.socket_address.address", "expected an IP address to listen on"
        },
        {
            "address", "address: { socket_address: { address: \"::\", port_value: §65536 } }", InvalidValue,
            "static_resources.listeners[0].address.socket_address.port_value", "a whole number from 0 to 65535"
        },
        {
            "address", "address: { socketAddress: { address: \"::\", portValue: §http } }", InvalidValue,
            "static_resources.listeners[0].address.socketAddress.portValue", "found \"http\""
        },
        {
            "address", "address: { socket_address: §{ address: \"::\" } }", MissingField,
            "static_resources.listeners[0].address.socket_address.port_value", "expected the field \"port_value\""
        },
        {
            "address", "address: { socket_address: { protocol: §UDP, address: \"::\", port_value: 1 } }", NotSupported,
            "static_resources.listeners[0].address.socket_address.protocol", "UDP"
        },
        {
            "address", "address: { socket_address: { address: \"::\", port_value: 1 }, §pipe: { path: a } }",
            NotSupported, "static_resources.listeners[0].address.pipe", "\"pipe\""
        },
        { "chains", "- §{}", MissingField, Chain + ".filters", "in a filter chain" },
        {
            "chains", "- filters: [{ name: a, typed_config: { \"@type\": §type.googleapis.com/envoy.Tcp } }]",
            NotSupported, Chain + ".filters[0].typed_config.@type", "found \"envoy.Tcp\""
        },
        { "manager", "codec_type: §HTTP3", NotSupported, Manager + ".codec_type", "HTTP3" },
        { "manager", "codec_type: §HTP2", InvalidValue, Manager + ".codec_type", "did you mean HTTP2?" },
        { "manager", "codec_type: §[AUTO]", WrongShape, Manager + ".codec_type", "found a list" },
        { "manager", "§access_log: []", NotSupported, Manager + ".access_log", "\"access_log\"" },
        { "manager", "§stat_prefx: a", UnknownField, Manager + ".stat_prefx", "did you mean \"stat_prefix\"?" },
        { "manager", "§statPrefix: a", DuplicateKey, Manager + ".statPrefix", "which are the same" },
        { "manager", "codec_type: AUTO\n§codec_type: AUTO", DuplicateKey, Manager + ".codec_type", "again" },
        { "manager", "§<<: { codec_type: AUTO }", UnknownField, Manager + "[\"<<\"]", "merge keys are not supported" },
        { "manager", "codec_type: §!thing AUTO", UnsupportedYaml, Manager + ".codec_type", "expected no tag" },
        { "manager", "? §[a]\n: b", UnsupportedYaml, Manager, "found a list as a key" },
        { "manager", "codec_type: §*nowhere", UnsupportedYaml, Manager + ".codec_type", "an alias without its anchor" },
        {
            "manager", "codec_type: &a [§*a]", UnsupportedYaml, Manager + ".codec_type[0]",
            "an alias that contains itself"
        },
    };

    public static TheoryData<string, string, string, string, string> RoutesAndFilters => new()
    {
        {
            "hosts", "- §{ domains: [b] }", MissingField,
            Manager + ".route_config.virtual_hosts[1].name", "in a virtual host"
        },
        {
            "hosts", "- { name: §all, domains: [b] }", DuplicateName,
            Manager + ".route_config.virtual_hosts[1].name", "found \"all\" again"
        },
        {
            "hosts", "- { name: two, domains: [b, §\"*\"] }", DuplicateName,
            Manager + ".route_config.virtual_hosts[1].domains[1]", "found \"*\" again"
        },
        {
            "hosts", "- { name: two, domains: [a.B, §A.b] }", DuplicateName,
            Manager + ".route_config.virtual_hosts[1].domains[1]", "found \"a.b\" again"
        },
        {
            "hosts", "- { name: two, domains: [§a*b] }", InvalidValue,
            Manager + ".route_config.virtual_hosts[1].domains[0]", "at most one *"
        },
        {
            "hosts", "- { name: two, domains: §[] }", WrongCount,
            Manager + ".route_config.virtual_hosts[1].domains", "expected a domain"
        },
        { "routes", "- §{ route: { cluster: upstream } }", MissingField, Routes + "[0].match", "in a route" },
        { "routes", "- §{ match: { prefix: / } }", MissingField, Routes + "[0].route", "add route with a cluster" },
        {
            "routes", "- { match: { prefix: / }, §redirect: { path_redirect: /x } }", NotSupported,
            Routes + "[0].redirect", "\"redirect\""
        },
        {
            "routes", "- { match: { prefix: /, path: §/a }, direct_response: { status: 200 } }", Conflict,
            Routes + "[0].match.path", "found prefix and path"
        },
        {
            "routes", "- { match: { §safe_regex: { regex: a } }, direct_response: { status: 200 } }", NotSupported,
            Routes + "[0].match.safe_regex", "\"safe_regex\""
        },
        {
            "routes", "- { match: { prefix: /, §headers: [] }, direct_response: { status: 200 } }", NotSupported,
            Routes + "[0].match.headers", "\"headers\""
        },
        {
            "routes", "- { match: §{}, direct_response: { status: 200 } }", MissingField,
            Routes + "[0].match.prefix", "match everything"
        },
        {
            "routes", "- { match: { prefix: / }, direct_response: { status: §199 } }", InvalidValue,
            Routes + "[0].direct_response.status", "from 200 to 599"
        },
        {
            "routes", "- { match: { prefix: / }, direct_response: { status: 200, body: { §filename: a } } }",
            NotSupported, Routes + "[0].direct_response.body.filename", "\"filename\""
        },
        {
            "routes", "- { match: { prefix: / }, route: { cluster: §upstraem } }", UnknownReference,
            Routes + "[0].route.cluster", "did you mean \"upstream\"?"
        },
        {
            "routes", "- { match: { prefix: / }, route: §{} }", MissingField,
            Routes + "[0].route.cluster", "in a route action"
        },
        {
            "routes", "- { match: { prefix: / }, route: { §weighted_clusters: {} } }", NotSupported,
            Routes + "[0].route.weighted_clusters", "\"weighted_clusters\""
        },
        {
            "routes", "- { match: { prefix: / }, route: { cluster: upstream, timeout: §500ms } }", InvalidValue,
            Routes + "[0].route.timeout", "write \"0.5s\""
        },
        {
            "routes", "- { match: { prefix: / }, route: { cluster: upstream, timeout: §2 } }", InvalidValue,
            Routes + "[0].route.timeout", "write \"2s\""
        },
        {
            "routes", "- { match: { prefix: / }, route: { cluster: upstream, timeout: §-1s } }", InvalidValue,
            Routes + "[0].route.timeout", "at least 0s"
        },
        {
            "routes", "- { match: { prefix: / }, route: { cluster: upstream, timeout: §400000000000s } }", InvalidValue,
            Routes + "[0].route.timeout", "found \"400000000000s\""
        },
        {
            "routes",
            "- { match: { prefix: / }, route: { cluster: upstream, host_rewrite_literal: a, auto_host_rewrite: §true } }",
            Conflict, Routes + "[0].route.auto_host_rewrite", "found host_rewrite_literal and auto_host_rewrite"
        },
        {
            "filters", "- §{ name: envoy.filters.http.wasm }", MissingField, Manager + ".http_filters[0].typed_config",
            "in an HTTP filter"
        },
        {
            "router",
            "- name: envoy.filters.http.router\n- §name: again\n  typed_config: { \"@type\": a/envoy.extensions.filters.http.router.v3.Router }",
            FilterOrder, Manager + ".http_filters[2]", "expected nothing after the router"
        },
        {
            "filters", "- name: cors\n  typed_config: { \"@type\": §type.googleapis.com/envoy.Cors }", NotSupported,
            Manager + ".http_filters[0].typed_config.@type", "found \"envoy.Cors\""
        },
        {
            "filters", "- name: cors\n  typed_config: { \"@type\": §Cors }", InvalidValue,
            Manager + ".http_filters[0].typed_config.@type", "after type.googleapis.com/"
        },
        {
            "filters", "- name: a\n  typed_config: { \"@type\": a/xds.type.v3.TypedStruct, type_url: §a/b.C }",
            NotSupported, Manager + ".http_filters[0].typed_config.type_url", "found \"b.C\""
        },
        {
            "filters", "- name: a\n  typed_config: §{ \"@type\": a/xds.type.v3.TypedStruct, value: {} }",
            MissingField, Manager + ".http_filters[0].typed_config.type_url", "\"type_url\""
        },
        { "filters", "- §config: {}\n  name: wasm", NotSupported, Manager + ".http_filters[0].config", "\"config\"" },
        { "chains", "- filters: [{ name: a, §config: {} }]", NotSupported, Chain + ".filters[0].config", "\"config\"" },
        { "chains", "- filters: [§{ name: a }]", MissingField, Chain + ".filters[0].typed_config", "a network filter" },
    };

    public static TheoryData<string, string, string, string, string> Plugins => new()
    {
        { "plugin", "§name: a", MissingField, Plugin + ".vm_config", "in a plugin" },
        { "vm", "§vm_id: a", MissingField, Plugin + ".vm_config.code", "in a VM configuration" },
        { "vm", "code: §{}", MissingField, Plugin + ".vm_config.code.local", "the code of a VM" },
        { "vm", "code: { remote: §{ sha256: a } }", NotSupported, Plugin + ".vm_config.code.remote", "does not download" },
        { "vm", "code: { local: §{} }", MissingField, Plugin + ".vm_config.code.local.filename", "name the file" },
        {
            "vm", "code: { local: { filename: a, inline_string: §b } }", Conflict,
            Plugin + ".vm_config.code.local.inline_string", "found filename and inline_string"
        },
        { "vm", "code: { local: { filename: §\"a\\0b\" } }", InvalidValue, Plugin + ".vm_config.code.local.filename", "NUL" },
        { "vm", "code: { local: { filename: §'' } }", InvalidValue, Plugin + ".vm_config.code.local.filename", "empty" },
        {
            "vm", "code: { local: { inline_bytes: §'a*b' } }", InvalidValue,
            Plugin + ".vm_config.code.local.inline_bytes", "base64"
        },
        {
            "vm", "code: { local: { inline_string: §'' } }", InvalidValue,
            Plugin + ".vm_config.code.local.inline_string", "found no bytes"
        },
        {
            "vm", "runtime: §envoy.wasm.runtime.null\ncode: { local: { filename: a } }", NotSupported,
            Plugin + ".vm_config.runtime", "the null runtime"
        },
        {
            "vm", "runtime: §v8\ncode: { local: { filename: a } }", InvalidValue, Plugin + ".vm_config.runtime",
            "found \"v8\""
        },
        {
            "vm",
            "code: { local: { filename: a } }\nenvironment_variables: { host_env_keys: [A], key_values: { A: §b } }",
            DuplicateName, Plugin + ".vm_config.environment_variables.key_values.A", "found \"A\" again"
        },
        {
            "vm", "code: { local: { filename: a } }\nenvironment_variables: { host_env_keys: [A, §A] }", DuplicateName,
            Plugin + ".vm_config.environment_variables.host_env_keys[1]", "found \"A\" again"
        },
        {
            "vm", "code: { local: { filename: a } }\nenvironment_variables: { key_values: { A=B: §c } }", InvalidValue,
            Plugin + ".vm_config.environment_variables.key_values[\"A=B\"]", "has no ="
        },
        {
            "plugin", "vm_config: { code: { local: { filename: a } } }\nfail_open: §true\nfailure_policy: FAIL_OPEN",
            Conflict, Plugin + ".fail_open", "remove fail_open"
        },
        {
            "plugin", "vm_config: { code: { local: { filename: a } } }\nfail_open: §maybe", InvalidValue,
            Plugin + ".fail_open", "true or false"
        },
        {
            "plugin", "vm_config: { code: { local: { filename: a } } }\nfailure_policy: §FAIL_SHUT", InvalidValue,
            Plugin + ".failure_policy", "expected a failure policy"
        },
        {
            "plugin",
            "vm_config: { code: { local: { filename: a } } }\nreload_config: { backoff: { base_interval: §0.0005s } }",
            InvalidValue, Plugin + ".reload_config.backoff.base_interval", "at least 0.001s"
        },
        {
            "plugin",
            "vm_config: { code: { local: { filename: a } } }\nreload_config: { backoff: { base_interval: 2s, max_interval: §1s } }",
            InvalidValue, Plugin + ".reload_config.backoff.max_interval", "at least 2s"
        },
        {
            "plugin",
            "vm_config: { code: { local: { filename: a } } }\ncapability_restriction_config: { allowed_capabilities: §[proxy_log] }",
            WrongShape, Plugin + ".capability_restriction_config.allowed_capabilities", "found a list"
        },
        {
            "plugin", "vm_config: { code: { local: { filename: a } } }\nconfiguration: §text", WrongShape,
            Plugin + ".configuration", "found \"text\""
        },
        {
            "plugin", "vm_config: { code: { local: { filename: a } } }\nconfiguration: §{ value: text }", MissingField,
            Plugin + ".configuration.@type", "\"@type\""
        },
        {
            "plugin",
            "vm_config: { code: { local: { filename: a } } }\nconfiguration: { " + StringValue + ", value: §{ a: 1 } }",
            WrongShape, Plugin + ".configuration.value", "expected text, found a map"
        },
        {
            "plugin",
            "vm_config: { code: { local: { filename: a } } }\nconfiguration: { \"@type\": §a/google.protobuf.Int32Value, value: 1 }",
            NotSupported, Plugin + ".configuration.@type", "google.protobuf.BytesValue"
        },
        {
            "plugin",
            "vm_config: { code: { local: { filename: a } } }\nconfiguration: { \"@type\": a/google.protobuf.Struct, value: §[1] }",
            WrongShape, Plugin + ".configuration.value", "expected a struct"
        },
    };

    public static TheoryData<string, string, string, string, string> Clusters => new()
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
            "transport_socket: { name: tls, typed_config: { \"@type\": a/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext, common_tls_context: { §validation_context: {} } } }",
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
            "- name: upstream\n  type: LOGICAL_DNS\n  load_assignment: §{ cluster_name: a, endpoints: [{ lb_endpoints: ["
                + "{ endpoint: { address: { socket_address: { address: a, port_value: 1 } } } }, "
                + "{ endpoint: { address: { socket_address: { address: b, port_value: 1 } } } }] }] }",
            WrongCount, Cluster + ".load_assignment", "found 2"
        },
        {
            "clusters",
            Upstream("STATIC", "{ address: ::1, port_value: 1 }") + "\n"
                + Upstream("STATIC", "{ address: ::1, port_value: 1 }").Replace("upstream", "§upstream", StringComparison.Ordinal),
            DuplicateName, "static_resources.clusters[1].name", "found \"upstream\" again"
        },
    };

    [Theory]
    [MemberData(nameof(Listeners))]
    [MemberData(nameof(RoutesAndFilters))]
    [MemberData(nameof(Plugins))]
    [MemberData(nameof(Clusters))]
    public void A_mistake_is_reported_where_it_is(string slot, string text, string id, string path, string said)
    {
        var problem = Load.RefusedAtMark(Sample.With((slot, text)));

        Assert.Equal(id, problem.Id);
        Assert.Equal(path, problem.Path);
        Assert.Contains(said, problem.ToString(), StringComparison.Ordinal);
    }

    private static string Upstream(string type, string address) =>
        $"- name: upstream\n  type: {type}\n  load_assignment: {{ cluster_name: a, endpoints: [{{ lb_endpoints: "
            + $"[{{ endpoint: {{ address: {{ socket_address: {address} }} }} }}] }}] }}";
}
