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
    [InlineData("{}", "line 1: name: it is required")]
    [InlineData("", "line 1: name: it is required")]
    [InlineData(" \n ", "line 1: name: it is required")]
    [InlineData("[]", "line 1: the configuration: expected an object")]
    [InlineData("{", "line 1: the configuration: expected text in quotes")]
    [InlineData("{\n\"name\"", "line 2: the configuration: expected `:` after the name of a field")]
    [InlineData("{ \"name\": \"a\" \"part\": 1 }", "line 1: the configuration: expected `,` or the end")]
    [InlineData("{ \"name\": \"a\", }", "line 1: the configuration: expected text in quotes")]
    [InlineData("{ \"name\": \"a\" }\n}", "line 2: the configuration: there is something after the end")]
    [InlineData("{ \"name\": \"a\", \"name\": \"b\" }", "line 1: name: it is there twice")]
    [InlineData("{\n\"nam\\u00e9\": 1 }",
        "line 2: nam\u00e9: there is no such field; known are name, part, parts, sizes")]
    [InlineData("{\n\n\"part\": { \"prot\": 1 } }", "line 3: part.prot: there is no such field; known are port")]
    [InlineData("{ \"part\": { \"port\":\n\"80\" } }", "line 2: part.port: expected a whole number")]
    [InlineData("{ \"parts\": [ {}, { \"port\": [] } ] }", "line 1: parts[1].port: expected a whole number")]
    [InlineData("{ \"parts\": [ {}, { \"port\": 1 ] }", "line 1: parts[1]: expected `,` or the end")]
    [InlineData("{ \"sizes\": { \"a b\": 1, \"a b\": 2 } }", "line 1: sizes.a b: it is there twice")]
    [InlineData("{ \"sizes\": { \"x\": null } }", "line 1: sizes.x: expected a whole number")]
    [InlineData("{ \"part\": null }", "line 1: part: expected an object")]
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
            Assert.StartsWith("line 1: ", error, StringComparison.Ordinal);
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
            ["Error: invalid configuration: line 1: seconds: expected a number from 1 to 60"], host.Logs);
    }
}
