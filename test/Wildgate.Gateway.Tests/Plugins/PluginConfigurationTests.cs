using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProxyWasm.Host;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Plugins;
using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Plugins;

/// <summary>The configuration of a plugin, compared with the schema that its module carries.</summary>
public sealed class PluginConfigurationTests
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "seconds": {"type": "integer", "minimum": 1, "maximum": 1000000},
            "mode": {"enum": ["fast", "safe", null]},
            "ratio": {"type": "number", "exclusiveMinimum": 0, "multipleOf": 0.25},
            "name": {"type": "string", "minLength": 2, "maxLength": 4, "pattern": "^[a-z]+$"},
            "wait": {"type": ["number", "string"], "minimum": 0, "pattern": "^[0-9]+s$"},
            "keys": {"type": "array", "items": {"$ref": "#/$defs/key"}, "minItems": 1, "uniqueItems": true},
            "pair": {"prefixItems": [{"type": "string"}, {"type": "boolean"}], "items": false},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}, "maxProperties": 2},
            "either": {"oneOf": [{"type": "string"}, {"$ref": "#/$defs/key"}]},
            "not": {"not": {"const": "never"}}
          },
          "patternProperties": {"^x-": {"type": "string"}},
          "additionalProperties": false,
          "required": ["seconds"],
          "$defs": {"key": {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}}
        }
        """;

    [Theory]
    [InlineData("""{"seconds": 1}""")]
    [InlineData("""{"seconds": 1000000, "mode": null, "ratio": 0.75, "name": "abc", "wait": "5s", "x-note": "y"}""")]
    [InlineData("""{"seconds": 2.0, "wait": 3, "keys": [{"id": "a", "more": 1}], "pair": ["a", true], "not": "x"}""")]
    [InlineData("""{"seconds": 5, "labels": {"a": "b"}, "either": {"id": "k"}}""")]
    public void What_the_schema_allows_is_right(string configuration) => Assert.Empty(Check(Schema, configuration));

    [Theory]
    [InlineData("""{"seconds": "a"}""", "seconds: expected an integer from 1 to 1000000, found \"a\"")]
    [InlineData("""{"seconds": 0}""", "seconds: expected an integer from 1 to 1000000, found 0")]
    [InlineData("""{"seconds": 1.5}""", "seconds: expected an integer from 1 to 1000000, found 1.5")]
    [InlineData("{}", ": expected the field \"seconds\", found none")]
    [InlineData("", ": expected the field \"seconds\", found none")]
    [InlineData("""{"seconds": 1, "secnds": 2}""", "secnds: expected a field of the plugin, found \"secnds\"")]
    [InlineData("""{"seconds": 1, "mode": "slow"}""", "mode: expected one of \"fast\", \"safe\", null, found \"slow\"")]
    [InlineData(
        """{"seconds": 1, "ratio": 0.3}""",
        "ratio: expected a number above 0 that is a multiple of 0.25, found 0.3")]
    [InlineData(
        """{"seconds": 1, "name": "ABCDE"}""",
        "name: expected a string of 2 to 4 characters that matches \"^[a-z]+$\", found \"ABCDE\"")]
    [InlineData(
        """{"seconds": 1, "wait": true}""",
        "wait: expected a number of at least 0 or a string that matches \"^[0-9]+s$\", found true")]
    [InlineData("""{"seconds": 1, "keys": []}""", "keys: expected a list of at least 1 item, found a list of 0")]
    [InlineData("""{"seconds": 1, "keys": [{"id": "a"}, {}]}""", "keys[1]: expected the field \"id\", found none")]
    [InlineData("""{"seconds": 1, "pair": ["a", true, 3]}""", "pair[2]: expected nothing, found 3")]
    [InlineData("""{"seconds": 1, "labels": {"a b": 1}}""", "labels.\"a b\": expected a string, found 1")]
    [InlineData("""{"seconds": 1, "either": {}}""", "either: expected a string or an object, found an object")]
    [InlineData("""{"seconds": 1, "not": "never"}""", "not: expected anything but \"never\", found \"never\"")]
    [InlineData("""{"seconds": 1, "x-note": 1}""", "x-note: expected a string, found 1")]
    [InlineData("[]", ": expected an object, found a list of 0")]
    [InlineData("{\n  \"seconds\": nope", ": expected JSON, found something else at line 2, byte 15")]
    public void What_it_does_not_allow_is_told_with_its_path(string configuration, string expected) =>
        Assert.Equal(expected, Assert.Single(Check(Schema, configuration)));

    [Fact]
    public void Every_fault_is_told_with_a_way_out()
    {
        var faults = PluginConfigurationCheck.Check(
            Bytes(Schema), Bytes("""{"second": 1, "mode": 1, "name": 2}""")).Faults;

        Assert.Equal(["second", "mode", "name", ""], faults.Select(fault => fault.Path));
        Assert.Equal("Did you mean \"seconds\"?", faults[0].Advice);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("""{"$ref": "#"}""")]
    [InlineData("""{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"allOf": [{"$ref": "#/$defs/a"}]}}}""")]
    [InlineData("""{"$ref": "https://example.test/schema"}""")]
    [InlineData("""{"$ref": "#/nowhere"}""")]
    [InlineData("""{"patternProperties": {"(": {}}}""")]
    [InlineData("""{"patternProperties": {"^(?=a)b": {}}}""")]
    public void A_schema_that_is_of_no_use_is_a_warning(string schema)
    {
        var verdict = PluginConfigurationCheck.Check(Bytes(schema), Bytes("""{"a": 1}"""));

        Assert.Empty(verdict.Faults);
        Assert.StartsWith("its schema ", verdict.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_that_branches_without_end_ends()
    {
        // Each definition asks for the next one twice: 2^40 comparisons.
        var schema = new StringBuilder("""{"$ref": "#/$defs/d0", "$defs": {""");
        for (var i = 0; i < 40; i++)
        {
            var next = $$"""{"$ref": "#/$defs/d{{i + 1}}"}""";
            schema.Append($$""" "d{{i}}": {"allOf": [{{next}}, {{next}}]}, """);
        }

        schema.Append(""" "d40": {"type": "object"} }}""");

        Assert.Contains("too long", Warning(schema.ToString(), "{}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_regular_expression_that_would_backtrack_without_end_does_not()
    {
        var value = new string('a', 50_000);
        var fault = Assert.Single(Check("""{"properties": {"v": {"pattern": "^(a+)+$"}}}""", $$"""{"v": "{{value}}!"}"""));

        Assert.StartsWith("v: expected a value that matches", fault, StringComparison.Ordinal);
        Assert.True(fault.Length < 200);
    }

    [Fact]
    public void Depth_and_size_have_limits()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"not":""", 10_000)) + "{}" + new string('}', 10_000);
        var large = $$"""{"description": "{{new string('x', 300_000)}}"}""";
        var many = $$"""{"l": [{{string.Join(',', Enumerable.Repeat("1", 3_000_000))}}]}""";

        Assert.Contains("not JSON", Warning(deep, "{}"), StringComparison.Ordinal);
        Assert.Contains("larger than 256 KiB", Warning(large, "{}"), StringComparison.Ordinal);
        Assert.Contains(
            "too long", Warning("""{"properties": {"l": {"items": {"type": "number"}}}}""", many), StringComparison.Ordinal);
        Assert.Equal(
            20, Check("""{"additionalProperties": {"type": "string"}}""",
                $$"""{{{string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"f{i}\": 1"))}}}""").Count);
    }

    [Fact]
    public async Task A_gateway_does_not_start_with_a_wrong_configuration_and_says_where_it_is()
    {
        var error = await Assert.ThrowsAsync<ConfigurationException>(
            () => StartAsync(Schema, """{"seconds": "a"}"""));

        var problem = Assert.Single(error.Problems);
        Assert.Equal(ConfigurationProblemIds.PluginConfiguration, problem.Id);
        Assert.EndsWith(".configuration.seconds", problem.Path, StringComparison.Ordinal);
        Assert.True(problem.Line > 1);
        Assert.Equal("expected an integer from 1 to 1000000, found \"a\"", problem.Message);
    }

    [Fact]
    public async Task A_fault_in_a_struct_is_where_its_field_is()
    {
        var error = await Assert.ThrowsAsync<ConfigurationException>(() => StartFromAsync(Schema, """
            "@type": type.googleapis.com/google.protobuf.Struct
            value:
              seconds: 5
              name: a
              labels: { "a b": { x: 1 } }
              keys:
              - id: a
              - { id: 7 }
            """));

        Assert.Equal(
            [".name", ".labels.\"a b\"", ".keys[1].id"],
            error.Problems.Select(problem => problem.Path[(problem.Path.IndexOf(".configuration", StringComparison.Ordinal) + 14)..]));
        var first = error.Problems[0].Line;
        Assert.Equal([(first, 21), (first + 1, 31), (first + 4, 25)], error.Problems.Select(problem => (problem.Line, problem.Column)));
    }

    [Fact]
    public async Task Traffic_passes_a_plugin_with_a_wrong_configuration_that_fails_open()
    {
        using var log = new RecordedLog();
        await using var gateway = await StartFromAsync(
            Schema,
            """
            "@type": type.googleapis.com/google.protobuf.Struct
            value: { seconds: a }
            """,
            "fail_open: true",
            log);

        Assert.Equal(200, (await gateway.GetAsync("/x")).Status);
        var line = Assert.Single(log.Lines, static line => line.StartsWith("Warning Plugin `checked`", StringComparison.Ordinal));
        Assert.Contains("fails open: traffic passes without it", line, StringComparison.Ordinal);
        Assert.Contains(
            "configuration.seconds: expected an integer from 1 to 1000000, found \"a\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_starts_with_a_right_configuration_and_with_a_schema_that_is_of_no_use()
    {
        await using (await StartAsync(Schema, """{"seconds": 5}"""))
        {
        }

        await using (await StartAsync("{", "whatever"))
        {
        }
    }

    private static Task<GatewayServer> StartAsync(string schema, string configuration) => StartFromAsync(schema, $"""
        "@type": type.googleapis.com/google.protobuf.StringValue
        value: '{configuration}'
        """);

    private static async Task<GatewayServer> StartFromAsync(
        string schema, string configuration, string policy = "fail_open: false", ILoggerFactory? log = null)
    {
        await using var host = new PluginHost();
        var module = host.ConvertText($"""
            (module
              (@custom "wildgate.config-schema" "{Escape(schema)}")
              (memory (export "memory") 1)
              (func (export "proxy_abi_version_0_2_1"))
              (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 1024)))
            """);
        var text = $$"""
            static_resources:
              listeners:
              - address: { socket_address: { address: 127.0.0.1, port_value: 0 } }
                filter_chains:
                - filters:
                  - name: envoy.filters.network.http_connection_manager
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                      stat_prefix: main
                      route_config:
                        virtual_hosts:
                        - { name: all, domains: ["*"], routes: [{ match: { prefix: / }, direct_response: { status: 200 } }] }
                      http_filters:
                      - name: checked
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm
                          config:
                            name: checked
                            {{policy}}
                            vm_config:
                              runtime: envoy.wasm.runtime.v8
                              code: { local: { inline_bytes: {{Convert.ToBase64String(module)}} } }
                            configuration:
                              {{configuration.ReplaceLineEndings("\n" + new string(' ', 18))}}
                      - name: envoy.filters.http.router
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
            """;
        return await GatewayServer.StartAsync(
            GatewayConfigurationLoader.Parse(text, "gateway.yaml", Directory.GetCurrentDirectory()),
            new GatewayOptions { Workers = 1, LoggerFactory = log ?? NullLoggerFactory.Instance },
            TestContext.Current.CancellationToken);
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static List<string> Check(string schema, string configuration)
    {
        var verdict = PluginConfigurationCheck.Check(Bytes(schema), Bytes(configuration));
        Assert.Null(verdict.Warning);
        return [.. verdict.Faults.Select(fault => $"{fault.Path}: {fault.Message}")];
    }

    private static string Warning(string schema, string configuration) =>
        PluginConfigurationCheck.Check(Bytes(schema), Bytes(configuration)).Warning ?? "";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
