using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ProxyWasm.Sdk.Tests.Generators;

/// <summary>The schema that a module carries says what its reader says, by the verdict of a validator of JSON Schema.</summary>
public sealed class SchemaTests
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "1", "-1", "2", "3", "5", "255", "256", "-129", "65536", "2147483648", "4294967296",
        "-9223372036854775808", "9223372036854775807", "9223372036854775808", "0.5", "1.5", "-0.5", "1.25e1",
        "\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"abcd\"", "\"\\ud83d\\ude00\\ud83d\\ude00\"", "\"one\"", "\"One\"",
        "\"1s\"", "\"1.5ms\"", "\"1\"", "\"-1s\"", "\"1e3s\"", "\"5 s\"", "\"Infinitys\"", "\"9999999999h\"",
        "[]", "[1]", "[1,2]", "[1,2,3]", "[\"a\"]", "[null]", "[[]]", "[{}]", "[{\"port\":1}]", "[{\"port\":300}]",
        "{}", "{\"port\":1}", "{\"port\":\"1\"}", "{\"port\":300}", "{\"more\":1}", "{\"a\":1,\"b\":2}",
        "{\"a\":null}", "{\"value\":null}", "{\"value\":{}}", "{\"value\":{\"value\":1}}", "{\"value\":{\"more\":1}}",
    ];

    public static TheoryData<string> Properties =>
    [
        "public string", "public string?", "public bool", "public bool?", "public byte", "public sbyte", "public short",
        "public ushort", "public int", "public uint", "public long", "public ulong", "public int?", "public double",
        "public float", "public double?", "public TimeSpan", "public TimeSpan?", "public Choice", "public Choice?",
        "public int[]", "public int?[]", "public List<string>?", "public Dictionary<string, int>",
        "public Dictionary<string, int?>?", "public Part", "public Part?", "public List<Part>", "public List<Part?>",
        "public Config?", "public Dictionary<string, Config>", "public Loop?",
        "[Range(1, 5)] public int", "[Range(0.5, 2.5)] public int", "[Range(0.5, 1.5)] public double",
        "[Range(0, double.PositiveInfinity)] public double", "[StringLength(3, MinimumLength = 2)] public string",
        "[MinLength(1)] public string?", "[MaxLength(2)] public string", "[MinLength(1), MaxLength(2)] public int[]",
        "[Length(1, 2)] public List<int>?", "[MinLength(1)] public Dictionary<string, int>",
        "[MaxLength(1)] public Dictionary<string, int>", "public required int", "public required string?",
    ];

    [Theory]
    [MemberData(nameof(Properties))]
    public void Schema_and_reader_agree(string property)
    {
        var source = ConfigSource.Of($"{property} Value {{ get; init; }} = default!;", """
            public enum Choice { One, Two }
            [PluginConfig] public partial class Part { [Range(0, 255)] public int Port { get; init; } }
            [PluginConfig] public partial class Loop { public Loop? Value { get; init; } }
            """);
        var schema = JsonSchema.FromText(source.Schema);

        string[] texts = ["{}", "[]", .. Values.Select(value => $$"""{ "value": {{value}} }""")];
        foreach (var text in texts)
        {
            using var document = JsonDocument.Parse(text);
            var bySchema = schema.Evaluate(document.RootElement).IsValid;
            var (config, error) = source.Read(text);
            Assert.True(
                bySchema == (config is not null),
                $"{text}: the schema says {bySchema}, the reader `{error}`; {source.Schema}");
        }
    }

    [Fact]
    public void It_has_names_and_descriptions_of_the_class()
    {
        var schema = JsonNode.Parse(ConfigSource.Of("""
            /// <summary>How   long a
            /// <see cref="System.String"/> may be, in "characters".</summary>
            public required int MaxLength { get; init; }
            """).Schema)!;

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        Assert.Equal(
            "How long a System.String may be, in \"characters\".",
            (string?)schema["properties"]!["maxLength"]!["description"]);
        Assert.Equal("maxLength", (string?)schema["required"]![0]);
    }

    [Fact]
    public void A_module_with_several_plugins_has_none()
    {
        var run = GeneratorRun.Of("""
            [PluginConfig] public partial class C { }
            [Plugin] public sealed class A(C c) : HttpFilter { public C C => c; }
            [Plugin(RootId = "b")] public sealed class B : HttpFilter { }
            """);

        Assert.Null(run.Schema);
    }

    [Theory]
    [InlineData("[Plugin] public sealed class A : Plugin<C> { }")]
    [InlineData("[Plugin] public sealed class A : Middle { } public abstract class Middle : Plugin<C> { }")]
    [InlineData("[Plugin] public sealed class A(C c) : HttpFilter { public C C => c; }")]
    [InlineData("[Plugin] public sealed class A(C c) : TcpFilter { public C C => c; }")]
    public void The_configuration_of_every_kind_of_plugin_has_one(string plugin)
    {
        var run = GeneratorRun.Of(plugin + "\n[PluginConfig] public partial class C { public int Port { get; init; } }");

        Assert.Contains("\"port\"", run.Schema, StringComparison.Ordinal);
    }
}
