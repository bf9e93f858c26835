using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Mistakes in TCP proxies and the network plugins in front of them.</summary>
/// <remarks>Slot, text, id, path and a part of the message.</remarks>
public static class TcpMistakes
{
    private const string Filters = "static_resources.listeners[0].filter_chains[0].filters";

    private const string Proxy =
        "\"@type\": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy, stat_prefix: tcp";

    private const string Plugin =
        "{ name: w, typed_config: { "
        + "\"@type\": type.googleapis.com/envoy.extensions.filters.network.wasm.v3.Wasm, "
        + "config: { vm_config: { code: { local: { filename: a.wasm } } } } } }";

    public static TheoryData<string, string, string, string, string> All => new()
    {
        {
            "chains", Chain($"{{ name: t, typed_config: §{{ {Proxy} }} }}"), MissingField,
            Filters + "[0].typed_config.cluster", "\"cluster\""
        },
        {
            "chains", Chain($"{{ name: t, typed_config: {{ {Proxy}, cluster: §upsteam }} }}"), UnknownReference,
            Filters + "[0].typed_config.cluster", "did you mean \"upstream\"?"
        },
        {
            "chains", Chain($"{{ name: t, typed_config: {{ {Proxy}, cluster: upstream, idle_timeout: §5m }} }}"),
            InvalidValue, Filters + "[0].typed_config.idle_timeout", "300s"
        },
        {
            "chains", Chain($"{{ name: t, typed_config: {{ {Proxy}, cluster: upstream, §on_demand: {{}} }} }}"),
            NotSupported, Filters + "[0].typed_config.on_demand", "\"on_demand\""
        },
        {
            "chains", Chain($"{{ name: t, typed_config: {{ {Proxy}, §weighted_clusters: {{}} }} }}"),
            NotSupported, Filters + "[0].typed_config.weighted_clusters", "\"weighted_clusters\""
        },
        {
            "chains", $"- filters: §[{Plugin}]", FilterOrder, Filters, "\"envoy.filters.network.tcp_proxy\" as the last"
        },
        { "chains", "- filters: §[]", WrongCount, Filters, "an empty list" },
        {
            "chains", Chain($"{{ name: t, typed_config: {{ {Proxy}, cluster: upstream }} }}, §{Plugin}"),
            FilterOrder, Filters + "[1]", "nothing after the last network filter"
        },
    };

    private static string Chain(string filters) => $"- filters: [{filters}]";
}
