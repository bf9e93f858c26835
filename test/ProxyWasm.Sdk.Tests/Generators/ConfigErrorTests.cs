using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Tests.Hosts;

namespace ProxyWasm.Sdk.Tests.Generators;

/// <summary>What is wrong with a configuration is told with its place.</summary>
public sealed class ConfigErrorTests
{
    private const string Members = """
        public required string Name { get; init; }
        public Part Part { get; init; } = new();
        public List<Part> Parts { get; init; } = [];
        public Dictionary<string, int> Sizes { get; init; } = [];
        """;

    private const string Part = "[PluginConfig] public partial class Part { public int Port { get; init; } = 80; }";

    private static readonly Lazy<ConfigSource> Source = new(() => ConfigSource.Of(Members, Part));

    [Theory]
    [InlineData("{}", "configuration.name: it is required (line 1)")]
    [InlineData("", "configuration.name: it is required (line 1)")]
    [InlineData(" \n ", "configuration.name: it is required (line 1)")]
    [InlineData("[]", "configuration: expected an object (line 1)")]
    [InlineData("{", "configuration: expected text in quotes (line 1)")]
    [InlineData("{\n\"name\"", "configuration: expected `:` after the name of a field (line 2)")]
    [InlineData("{ \"name\": \"a\" \"part\": 1 }", "configuration: expected `,` or the end (line 1)")]
    [InlineData("{ \"name\": \"a\", }", "configuration: expected text in quotes (line 1)")]
    [InlineData("{ \"name\": \"a\" }\n}", "configuration: there is something after the end (line 2)")]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "configuration.name: it is there twice (line 1)")]
    [InlineData("{\n\"nam\\u00e9\": 1 }",
        "configuration.nam\u00e9: there is no such field; known are name, part, parts, sizes (line 2)")]
    [InlineData("{\n\n\"part\": { \"prot\": 1 } }", "configuration.part.prot: there is no such field; known are port (line 3)")]
    [InlineData("{ \"part\": { \"port\":\n\"80\" } }", "configuration.part.port: expected a whole number (line 2)")]
    [InlineData("{ \"parts\": [ {}, { \"port\": [] } ] }", "configuration.parts[1].port: expected a whole number (line 1)")]
    [InlineData("{ \"parts\": [ {}, { \"port\": 1 ] }", "configuration.parts[1]: expected `,` or the end (line 1)")]
    [InlineData("{ \"sizes\": { \"a b\": 1, \"a b\": 2 } }", "configuration.sizes.a b: it is there twice (line 1)")]
    [InlineData("{ \"sizes\": { \"x\": null } }", "configuration.sizes.x: expected a whole number (line 1)")]
    [InlineData("{ \"part\": null }", "configuration.part: expected an object (line 1)")]
    public void An_error_has_its_line_and_its_path(string json, string expected)
    {
        var (config, error) = Source.Value.Read(json);

        Assert.Null(config);
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Every_beginning_of_a_configuration_is_an_error_and_no_exception()
    {
        const string Whole = "{ \"name\": \"a\\u00e9\\n\", \"part\": { \"port\": 8 }, \"parts\": [ {} ], \"sizes\": { \"b\": -1 } }";
        Assert.Equal("", Source.Value.Read(Whole).Error);

        for (var length = 1; length < Whole.Length; length++)
        {
            var (config, error) = Source.Value.Read(Whole[..length]);
            Assert.Null(config);
            Assert.StartsWith("configuration", error, StringComparison.Ordinal);
            Assert.EndsWith(" (line 1)", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_plugin_with_a_wrong_configuration_logs_it_and_does_not_start()
    {
        const string Json = """{ "seconds": 0 }""";
        var run = ConfigSource.Run("[Range(1, 60)] public int Seconds { get; init; } = 5;");
        var host = new FakeHost();
        host.Buffers[BufferType.PluginConfiguration] = Encoding.UTF8.GetBytes(Json);
        var instance = new PluginInstance(run.CreateModule(), host);

        instance.OnContextCreate(1, 0);
        var isStarted = instance.OnVmStart(1, 0);
        var isConfigured = instance.OnConfigure(1, Json.Length);

        Assert.Equal((1, 0), (isStarted, isConfigured));
        Assert.Equal(
            ["Error: configuration.seconds: expected a number from 1 to 60 (line 1)"], host.Logs);
    }
}
