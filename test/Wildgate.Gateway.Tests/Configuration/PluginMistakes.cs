using static Wildgate.Gateway.Configuration.ConfigurationProblemIds;

namespace Wildgate.Gateway.Tests.Configuration;

/// <summary>Mistakes in plugins and their virtual machines.</summary>
/// <remarks>Slot, text, id, path and a part of the message.</remarks>
public static class PluginMistakes
{
    private const string Chain = "static_resources.listeners[0].filter_chains[0]";
    private const string Manager = Chain + ".filters[0].typed_config";
    private const string Plugin = Manager + ".http_filters[0].typed_config.config";
    private const string Code = "code: { local: { filename: a } }\n";
    private const string Vm = "vm_config: { code: { local: { filename: a } } }\n";

    private static readonly string Digest = new('a', 64);

    public static TheoryData<string, string, string, string, string> All => new()
    {
        { "plugin", "§name: a", MissingField, Plugin + ".vm_config", "in a plugin" },
        { "vm", "§vm_id: a", MissingField, Plugin + ".vm_config.code", "in a VM configuration" },
        { "vm", "code: §{}", MissingField, Plugin + ".vm_config.code.local", "the code of a VM" },
        {
            "vm", "code: { remote: §{ sha256: " + Digest + " } }", MissingField,
            Plugin + ".vm_config.code.remote.http_uri", "a remote data source"
        },
        {
            "vm", Remote("http_uri: { uri: http://a/b, cluster: §b, timeout: 1s }, sha256: " + Digest),
            UnknownReference, Plugin + ".vm_config.code.remote.http_uri.cluster", "name of a cluster"
        },
        {
            "vm", Remote("http_uri: { uri: §ftp://a/b, cluster: upstream, timeout: 1s }, sha256: " + Digest),
            InvalidValue, Plugin + ".vm_config.code.remote.http_uri.uri", "http or https"
        },
        {
            "vm", Remote("http_uri: §{ uri: http://a/b, cluster: upstream }, sha256: " + Digest),
            MissingField, Plugin + ".vm_config.code.remote.http_uri.timeout", "timeout"
        },
        {
            "vm", Remote("http_uri: { uri: http://a/b, cluster: upstream, timeout: 1s }, sha256: §abc"),
            InvalidValue, Plugin + ".vm_config.code.remote.sha256", "64 hexadecimal digits"
        },
        {
            "vm", "code: { local: { filename: a }, remote: §{} }", Conflict,
            Plugin + ".vm_config.code.remote", "found local and remote"
        },
        { "vm", "code: { local: §{} }", MissingField, Plugin + ".vm_config.code.local.filename", "name the file" },
        {
            "vm", "code: { local: { filename: a, inline_string: §b } }", Conflict,
            Plugin + ".vm_config.code.local.inline_string", "found filename and inline_string"
        },
        {
            "vm", "code: { local: { filename: §\"a\\0b\" } }", InvalidValue,
            Plugin + ".vm_config.code.local.filename", "NUL"
        },
        {
            "vm", "code: { local: { filename: §'' } }", InvalidValue,
            Plugin + ".vm_config.code.local.filename", "empty"
        },
        {
            "vm", "code: { local: { inline_bytes: §'a*b' } }", InvalidValue,
            Plugin + ".vm_config.code.local.inline_bytes", "base64"
        },
        {
            "vm", "code: { local: { inline_string: §'' } }", InvalidValue,
            Plugin + ".vm_config.code.local.inline_string", "found no bytes"
        },
        {
            "vm", "runtime: §envoy.wasm.runtime.null\n" + Code, NotSupported,
            Plugin + ".vm_config.runtime", "the null runtime"
        },
        {
            "vm", "runtime: §v8\n" + Code, InvalidValue, Plugin + ".vm_config.runtime",
            "found \"v8\""
        },
        {
            "vm",
            Code + "environment_variables: { host_env_keys: [A], key_values: { A: §b } }",
            DuplicateName, Plugin + ".vm_config.environment_variables.key_values.A", "found \"A\" again"
        },
        {
            "vm", Code + "environment_variables: { host_env_keys: [A, §A] }", DuplicateName,
            Plugin + ".vm_config.environment_variables.host_env_keys[1]", "found \"A\" again"
        },
        {
            "vm", Code + "environment_variables: { key_values: { A=B: §c } }", InvalidValue,
            Plugin + ".vm_config.environment_variables.key_values[\"A=B\"]", "has no ="
        },
        {
            "plugin", Vm + "fail_open: §true\nfailure_policy: FAIL_OPEN",
            Conflict, Plugin + ".fail_open", "remove fail_open"
        },
        {
            "plugin", Vm + "fail_open: §maybe", InvalidValue,
            Plugin + ".fail_open", "true or false"
        },
        {
            "plugin", Vm + "failure_policy: §FAIL_SHUT", InvalidValue,
            Plugin + ".failure_policy", "expected a failure policy"
        },
        {
            "plugin",
            Vm + "reload_config: { backoff: { base_interval: §0.0005s } }",
            InvalidValue, Plugin + ".reload_config.backoff.base_interval", "at least 0.001s"
        },
        {
            "plugin",
            Vm + "reload_config: { backoff: { base_interval: 2s, max_interval: §1s } }",
            InvalidValue, Plugin + ".reload_config.backoff.max_interval", "at least 2s"
        },
        {
            "plugin",
            Vm + "capability_restriction_config: { allowed_capabilities: §[proxy_log] }",
            WrongShape, Plugin + ".capability_restriction_config.allowed_capabilities", "found a list"
        },
        {
            "plugin", Vm + "configuration: §text", WrongShape,
            Plugin + ".configuration", "found \"text\""
        },
        {
            "plugin", Vm + "configuration: §{ value: text }", MissingField,
            Plugin + ".configuration.@type", "\"@type\""
        },
        {
            "plugin",
            Vm + "configuration: { \"@type\": a/google.protobuf.StringValue, value: §{ a: 1 } }",
            WrongShape, Plugin + ".configuration.value", "expected text, found a map"
        },
        {
            "plugin",
            Vm + "configuration: { \"@type\": §a/google.protobuf.Int32Value, value: 1 }",
            NotSupported, Plugin + ".configuration.@type", "google.protobuf.BytesValue"
        },
        {
            "plugin",
            Vm + "configuration: { \"@type\": a/google.protobuf.Struct, value: §[1] }",
            WrongShape, Plugin + ".configuration.value", "expected a struct"
        },
    };

    private static string Remote(string fields) => $"code: {{ remote: {{ {fields} }} }}";
}
