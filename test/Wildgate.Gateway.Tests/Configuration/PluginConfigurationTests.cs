using System.Text;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Tests.Configuration;

public sealed class PluginConfigurationTests
{
    private const string Vm = "vm_config: { code: { local: { filename: plugin.wasm } } }\n";

    [Fact]
    public void A_plugin_with_nothing_but_code_has_envoys_defaults()
    {
        var plugin = Load.Plugin(Vm);

        Assert.Equal("", plugin.Name);
        Assert.Equal("", plugin.RootId);
        Assert.Equal(PluginFailurePolicy.FailClosed, plugin.FailurePolicy);
        Assert.Equal(new BackoffConfig(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)), plugin.ReloadBackoff);
        Assert.Null(plugin.AllowOnHeadersStopIteration);
        Assert.True(plugin.Configuration.IsEmpty);
        Assert.Empty(plugin.AllowedCapabilities);
        Assert.Equal("envoy.wasm.runtime.v8", plugin.Vm.Runtime);
        Assert.Equal("", plugin.Vm.VmId);
        Assert.Empty(plugin.Vm.HostEnvironmentKeys);
        Assert.Empty(plugin.Vm.Environment);
        Assert.False(plugin.Vm.AllowPrecompiled);
        Assert.False(plugin.Vm.NackOnCodeCacheMiss);
    }

    [Theory]
    [InlineData("fail_open: true", PluginFailurePolicy.FailOpen)]
    [InlineData("fail_open: yes", PluginFailurePolicy.FailOpen)]
    [InlineData("fail_open: false", PluginFailurePolicy.FailClosed)]
    [InlineData("failure_policy: UNSPECIFIED", PluginFailurePolicy.FailClosed)]
    [InlineData("failure_policy: FAIL_CLOSED", PluginFailurePolicy.FailClosed)]
    [InlineData("failure_policy: 3", PluginFailurePolicy.FailOpen)]
    [InlineData("failurePolicy: fail_reload", PluginFailurePolicy.FailReload)]
    public void The_failure_policy_is_read_from_either_field(string field, PluginFailurePolicy expected) =>
        Assert.Equal(expected, Load.Plugin(Vm + field).FailurePolicy);

    [Fact]
    public void The_longest_pause_is_ten_times_the_first_by_default() =>
        Assert.Equal(
            new BackoffConfig(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(30)),
            Load.Plugin(Vm + "reload_config: { backoff: { base_interval: 3s } }").ReloadBackoff);

    [Theory]
    [InlineData("value: plain text", "plain text")]
    [InlineData("value: 8080", "8080")]
    [InlineData("value: ''", "")]
    [InlineData("value: grüße", "grüße")]
    [InlineData("value: |\n    {\n      \"a\": 1\n    }", "{\n  \"a\": 1\n}\n")]
    [Trait("abi-case", "27")]
    public void A_string_value_gives_its_utf8_bytes(string value, string expected)
    {
        var plugin = Load.Plugin(
            Vm + "configuration:\n  \"@type\": type.googleapis.com/google.protobuf.StringValue\n  " + value);

        Assert.Equal(expected, Encoding.UTF8.GetString(plugin.Configuration.Span));
    }

    [Theory]
    [InlineData("AAEC/w==")]
    [InlineData("AAEC_w")]
    [InlineData("\"AAEC\\n /w= =\"")]
    [Trait("abi-case", "27")]
    public void A_bytes_value_gives_its_bytes(string base64)
    {
        var plugin = Load.Plugin(
            Vm + $"configuration: {{ \"@type\": type.googleapis.com/google.protobuf.BytesValue, value: {base64} }}");

        Assert.Equal([0, 1, 2, 255], plugin.Configuration.ToArray());
    }

    [Fact]
    public void A_wrapper_without_value_gives_no_bytes() =>
        Assert.True(Load.Plugin(
            Vm + "configuration: { \"@type\": a/google.protobuf.StringValue }").Configuration.IsEmpty);

    // The expectations are what Envoy's YAML reader makes of the same words.
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{ a: 1, b: -2, c: 0x10, d: 010, e: 08 }", """{"a":1,"b":-2,"c":16,"d":8,"e":"08"}""")]
    [InlineData("{ a: 2147483647, b: 2147483648 }", """{"a":2147483647,"b":"2147483648"}""")]
    [InlineData("{ a: 0x80000000, b: 99999999999999999999 }", """{"a":"2147483648","b":"99999999999999999999"}""")]
    [InlineData("{ a: 0.5, version: 1.10, e: 1e3 }", """{"a":"0.5","version":"1.10","e":"1e3"}""")]
    [InlineData("{ a: true, b: No, c: ON, d: yEs }", """{"a":true,"b":false,"c":true,"d":"yEs"}""")]
    [InlineData("{ a: null, b: ~, c: , d: 'null' }", """{"a":null,"b":null,"c":null,"d":"null"}""")]
    [InlineData("{ a: '1', b: \"true\", c: !!str 5 }", """{"a":"1","b":"true","c":"5"}""")]
    [InlineData("{ a: [1, [x, {y: z}], []] }", """{"a":[1,["x",{"y":"z"}],[]]}""")]
    [InlineData("{ 'a b': \"q\\\"\\n\", ü: <&> }", """{"a b":"q\"\n","ü":"<&>"}""")]
    [InlineData("{ snake_case: 1, camelCase: 2, '@type': x }", """{"snake_case":1,"camelCase":2,"@type":"x"}""")]
    [Trait("abi-case", "27")]
    public void A_struct_gives_compact_json(string value, string expected) =>
        Assert.Equal(expected, StructBytes(value, "envoy.yaml"));

    [Theory]
    [InlineData("{\"a\": 0.5, \"b\": 12345678901, \"c\": 1e3}", """{"a":0.5,"b":12345678901,"c":1e3}""")]
    [InlineData("{\"a\": true, \"b\": null, \"c\": \"0.5\"}", """{"a":true,"b":null,"c":"0.5"}""")]
    public void A_struct_in_a_json_file_keeps_its_numbers(string value, string expected) =>
        Assert.Equal(expected, StructBytes(value, "envoy.JSON"));

    [Theory]
    [InlineData("type.googleapis.com/udpa.type.v1.TypedStruct")]
    [InlineData("type.googleapis.com/xds.type.v3.TypedStruct")]
    [Trait("abi-case", "27")]
    public void A_typed_struct_is_read_as_the_message_it_names(string wrapper)
    {
        var configuration = Load.With(("filters", $$"""
            - name: istio.stats
              typed_config:
                "@type": {{wrapper}}
                type_url: type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm
                value:
                  config:
                    root_id: stats_outbound
                    configuration:
                      "@type": type.googleapis.com/google.protobuf.Struct
                      value: { debug: "false", nested: { list: [1, 2] } }
                    vm_config: { vm_id: stats, code: { local: { inline_string: code } } }
            """));

        var filter = Assert.Single(configuration.Listeners[0].Http.Filters);
        Assert.Equal("istio.stats", filter.FilterName);
        Assert.Equal("stats_outbound", filter.Plugin.RootId);
        Assert.Equal(
            """{"debug":"false","nested":{"list":[1,2]}}""",
            Encoding.UTF8.GetString(filter.Plugin.Configuration.Span));
        Assert.Equal("code", Encoding.UTF8.GetString(InlineModule(filter.Plugin)));
    }

    [Theory]
    [InlineData("inline_bytes: AGFzbQ==")]
    [InlineData("inline_string: \"\\0asm\"")]
    [InlineData("inlineString: \"\\x00asm\"")]
    public void Code_may_be_inside_the_configuration(string source)
    {
        var plugin = Load.Plugin($"vm_config: {{ code: {{ local: {{ {source} }} }} }}");

        Assert.Equal("\0asm"u8.ToArray(), InlineModule(plugin));
    }

    [Fact]
    public void Code_may_be_in_an_environment_variable() =>
        Assert.Equal(
            new EnvironmentCodeConfig("MODULE"),
            Load.Plugin("vm_config: { code: { local: { environment_variable: MODULE } } }").Vm.Code);

    [Theory]
    [InlineData("v8")]
    [InlineData("wasmtime")]
    [InlineData("wamr")]
    [InlineData("wavm")]
    [InlineData("wasmedge")]
    public void Every_wasm_runtime_of_envoy_is_accepted(string engine)
    {
        var plugin = Load.Plugin(
            $"vm_config: {{ runtime: envoy.wasm.runtime.{engine}, code: {{ local: {{ filename: a.wasm }} }} }}");

        Assert.Equal("envoy.wasm.runtime." + engine, plugin.Vm.Runtime);
    }

    [Fact]
    public void A_variable_without_value_is_empty() =>
        Assert.Equal(
            [new("A", ""), new("B", "")],
            Load.Plugin("vm_config:\n  code: { local: { filename: a.wasm } }\n"
                + "  environment_variables:\n    key_values:\n      A:\n      B: ''").Vm.Environment);

    private static string StructBytes(string value, string sourceName)
    {
        var plugin = Load.Plugin(
            Vm + $"configuration: {{ \"@type\": \"type.googleapis.com/google.protobuf.Struct\", \"value\": {value} }}",
            sourceName);
        return Encoding.UTF8.GetString(plugin.Configuration.Span);
    }

    private static byte[] InlineModule(PluginConfig plugin) =>
        Assert.IsType<InlineCodeConfig>(plugin.Vm.Code).Module.ToArray();
}
