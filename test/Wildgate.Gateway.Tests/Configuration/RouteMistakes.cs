using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Mistakes in virtual hosts, routes and the filter chain.</summary>
/// <remarks>Slot, text, id, path and a part of the message.</remarks>
public static class RouteMistakes
{
    private const string Chain = "static_resources.listeners[0].filter_chains[0]";
    private const string Manager = Chain + ".filters[0].typed_config";
    private const string Routes = Manager + ".route_config.virtual_hosts[0].routes";

    public static TheoryData<string, string, string, string, string> All => new()
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
            "- match: { prefix: / }\n"
                + "  route: { cluster: upstream, host_rewrite_literal: a, auto_host_rewrite: §true }",
            Conflict, Routes + "[0].route.auto_host_rewrite", "found host_rewrite_literal and auto_host_rewrite"
        },
        {
            "filters", "- §{ name: envoy.filters.http.wasm }", MissingField, Manager + ".http_filters[0].typed_config",
            "in an HTTP filter"
        },
        {
            "router",
            "- name: envoy.filters.http.router\n- §name: again\n"
                + "  typed_config: { \"@type\": a/envoy.extensions.filters.http.router.v3.Router }",
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
}
