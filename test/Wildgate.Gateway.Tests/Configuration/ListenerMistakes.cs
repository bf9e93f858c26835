using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Mistakes in the bootstrap, the listener and its connection manager.</summary>
/// <remarks>Slot, text, id, path and a part of the message.</remarks>
public static class ListenerMistakes
{
    private const string Chain = "static_resources.listeners[0].filter_chains[0]";
    private const string Manager = Chain + ".filters[0].typed_config";

    public static TheoryData<string, string, string, string, string> All => new()
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
        {
            "manager", "§access_log_flush_interval: 1s", NotSupported,
            Manager + ".access_log_flush_interval", "\"access_log_flush_interval\""
        },
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
}
