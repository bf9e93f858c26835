namespace ProxyWasm.Sdk.Tests.Generators;

/// <summary>Every type that a configuration can have: what it reads, and what it refuses with which words.</summary>
public sealed class ConfigTypeTests
{
    [Theory]
    [InlineData("string", "\"a\\u00e9\\ud83d\\ude00\\n\"", "a\u00e9\U0001F600\n")]
    [InlineData("string?", "null", null)]
    [InlineData("bool", "true", true)]
    [InlineData("bool?", "null", null)]
    [InlineData("byte", "255", (byte)255)]
    [InlineData("sbyte", "-128", (sbyte)-128)]
    [InlineData("short", "-32768", short.MinValue)]
    [InlineData("ushort", "65535", ushort.MaxValue)]
    [InlineData("int", "-2147483648", int.MinValue)]
    [InlineData("uint", "4294967295", uint.MaxValue)]
    [InlineData("long", "-9223372036854775808", long.MinValue)]
    [InlineData("ulong", "9223372036854775807", (ulong)long.MaxValue)]
    [InlineData("int?", "7", 7)]
    [InlineData("int", "1.0", 1)]
    [InlineData("int", "-1.50e1", -15)]
    [InlineData("int", "1e3", 1000)]
    [InlineData("int", "1E+3", 1000)]
    [InlineData("int", "120000e-4", 12)]
    [InlineData("int", "0.00012e5", 12)]
    [InlineData("int", "0e999999999999", 0)]
    [InlineData("int", "-0.0", 0)]
    [InlineData("int", "100000000000000000000000000000e-27", 100)]
    [InlineData("long", "-9223372036854775808.0", long.MinValue)]
    [InlineData("string", "\"\\ud800\\ud801\\udc00\"", "\uFFFD\U00010400")]
    [InlineData("string", "\"\\udc00\\ud800a\\udc00\"", "\uFFFD\uFFFDa\uFFFD")]
    [InlineData("string", "\"\\b\\f\\n\\r\\t\\/\\\\\\\"\"", "\b\f\n\r\t/\\\"")]
    [InlineData("double", "-1.5e3", -1500.0)]
    [InlineData("double", "0", 0.0)]
    [InlineData("float", "0.25", 0.25f)]
    public void A_value_is_read(string type, string json, object? expected)
    {
        var (config, error) = ConfigSource.Of(Property(type)).Read($$"""{ "value": {{json}} }""");

        Assert.Equal("", error);
        Assert.Equal(expected, (object?)config!.Value);
    }

    [Theory]
    [InlineData("string", "1", "expected text in quotes")]
    [InlineData("string", "null", "expected text in quotes")]
    [InlineData("string", "\"\\u00g0\"", "an escape that JSON does not have")]
    [InlineData("string", "\"\\u00\u001100\"", "an escape that JSON does not have")]
    [InlineData("string", "\"\\x\"", "an escape that JSON does not have")]
    [InlineData("string", "\"\t\"", "a control character in text must be written as an escape")]
    [InlineData("string", "\"", "text without its closing quote")]
    [InlineData("bool", "1", "expected true or false")]
    [InlineData("byte", "256", "expected a number from 0 to 255")]
    [InlineData("byte", "-1", "expected a number from 0 to 255")]
    [InlineData("int", "2147483648", "expected a number from -2147483648 to 2147483647")]
    [InlineData("int", "99999999999999999999999", "expected a number from -2147483648 to 2147483647")]
    [InlineData("long", "9223372036854775808",
        "expected a number from -9223372036854775808 to 9223372036854775807")]
    [InlineData("int", "1.5", "expected a whole number")]
    [InlineData("int", "1.0e-1", "expected a whole number")]
    [InlineData("int", "15e-1", "expected a whole number")]
    [InlineData("int", "1e-999999999999", "expected a whole number")]
    [InlineData("int", "1e", "expected a whole number")]
    [InlineData("int", "1.", "expected a whole number")]
    [InlineData("int", "01.0", "expected a whole number")]
    [InlineData("int", "1e10", "expected a number from -2147483648 to 2147483647")]
    [InlineData("int", "-1e999999999999", "expected a number from -2147483648 to 2147483647")]
    [InlineData("int", "01", "expected a whole number")]
    [InlineData("int", "-", "expected a whole number")]
    [InlineData("int", "+1", "expected a whole number")]
    [InlineData("int", "\"1\"", "expected a whole number")]
    [InlineData("double", "NaN", "expected a number")]
    [InlineData("double", "-NaN", "expected a number")]
    [InlineData("double", "-Infinity", "expected a number")]
    [InlineData("double", "01", "expected a number")]
    [InlineData("double", ".5", "expected a number")]
    [InlineData("double", "1.", "expected a number")]
    [InlineData("double", "1e", "expected a number")]
    [InlineData("double", "1e999", "the number is out of its range")]
    [InlineData("List<int>", "{}", "expected an array")]
    [InlineData("Dictionary<string, int>", "[]", "expected an object")]
    [InlineData("TimeSpan", "-1", "the number is out of its range")]
    [InlineData("TimeSpan", "\"5\"", "expected a duration, such as \"1.5s\", \"250ms\" or \"5m\"")]
    [InlineData("TimeSpan", "\"1e3s\"", "expected a duration, such as \"1.5s\", \"250ms\" or \"5m\"")]
    [InlineData("TimeSpan", "\"-1s\"", "expected a duration, such as \"1.5s\", \"250ms\" or \"5m\"")]
    [InlineData("TimeSpan", "\"Infinitys\"", "expected a duration, such as \"1.5s\", \"250ms\" or \"5m\"")]
    [InlineData("TimeSpan", "\"NaNs\"", "expected a duration, such as \"1.5s\", \"250ms\" or \"5m\"")]
    [InlineData("TimeSpan", "\"2147483647h\"", "expected a duration, such as \"1.5s\", \"250ms\" or \"5m\"")]
    [InlineData("TimeSpan", "true", "expected a number")]
    public void A_value_is_refused(string type, string json, string problem)
    {
        var (config, error) = ConfigSource.Of(Property(type)).Read("{\n \"value\": " + json + " }");

        Assert.Null(config);
        Assert.Equal($"configuration.value: {problem} (line 2)", error);
    }

    [Theory]
    [InlineData("1.5", 1500)]
    [InlineData("0", 0)]
    [InlineData("\"1.5s\"", 1500)]
    [InlineData("\"250ms\"", 250)]
    [InlineData("\"5m\"", 300_000)]
    [InlineData("\"2h\"", 7_200_000)]
    public void A_duration_is_read(string json, long milliseconds)
    {
        var (config, error) = ConfigSource.Of(Property("TimeSpan")).Read($$"""{ "value": {{json}} }""");

        Assert.Equal("", error);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), (TimeSpan)config!.Value);
    }

    [Theory]
    [InlineData("string[]")]
    [InlineData("List<string>")]
    [InlineData("IList<string>")]
    [InlineData("IReadOnlyList<string>")]
    [InlineData("IReadOnlyCollection<string>")]
    [InlineData("IEnumerable<string>")]
    public void A_list_is_read(string type)
    {
        var (config, error) = ConfigSource.Of(Property(type)).Read("""{ "value": [ "a", "b" ] }""");

        Assert.Equal("", error);
        Assert.Equal(["a", "b"], (IEnumerable<string>)config!.Value);
    }

    [Theory]
    [InlineData("Dictionary<string, int?>")]
    [InlineData("IDictionary<string, int?>")]
    [InlineData("IReadOnlyDictionary<string, int?>")]
    public void A_map_is_read(string type)
    {
        var (config, error) = ConfigSource.Of(Property(type)).Read("""{ "value": { "a": 1, "b": null } }""");

        Assert.Equal("", error);
        var map = (IEnumerable<KeyValuePair<string, int?>>)config!.Value;
        Assert.Equal([new("a", 1), new("b", null)], map);
    }

    [Fact]
    public void An_enumeration_is_read_by_name()
    {
        var source = ConfigSource.Of(Property("Mode"), "public enum Mode { FailOpen, FailClosed }");

        Assert.Equal("FailClosed", source.Read("""{ "value": "failClosed" }""").Config!.Value.ToString());
        Assert.Equal(
            "configuration.value: expected one of failOpen, failClosed (line 1)",
            source.Read("""{ "value": "FailClosed" }""").Error);
    }

    [Fact]
    public void Configurations_nest_in_lists_and_maps()
    {
        var source = ConfigSource.Of(
            "public List<Dictionary<string, Part>> Value { get; init; } = [];",
            "[PluginConfig] public sealed partial record Part { public required int[] Ports { get; init; } }");

        var (config, error) = source.Read("""{ "value": [ {}, { "a": { "ports": [ 1, 2 ] } } ] }""");

        Assert.Equal("", error);
        Assert.Equal([1, 2], (int[])config!.Value[1]["a"].Ports);
        Assert.Equal(
            "configuration.value[0].a.ports[1]: expected a whole number (line 2)",
            source.Read("{ \"value\":\n [ { \"a\": { \"ports\": [ 1, true ] } } ] }").Error);
    }

    [Fact]
    public void A_configuration_may_have_itself_within()
    {
        var source = ConfigSource.Of("public int Number { get; init; } public Config? Value { get; init; }");

        var (config, error) = source.Read("""{ "value": { "number": 1, "value": null } }""");

        Assert.Equal("", error);
        Assert.Equal(1, (int)config!.Value.Number);
        Assert.Null((object?)config!.Value.Value);
        var deep = string.Concat(Enumerable.Repeat("{\"value\":", 100_000));
        Assert.EndsWith("it is nested too deeply (line 1)", source.Read(deep).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_of_a_base_class_are_read()
    {
        var source = GeneratorRun.Of("""
            public abstract class Common { public int Port { get; init; } = 80; }
            [PluginConfig] public sealed partial class Config : Common { public string Name { get; init; } = ""; }
            [Plugin] public sealed class Filter(Config config) : HttpFilter { public Config Config { get; } = config; }
            """);

        Assert.Empty(source.Diagnostics);
        var (config, error) = ConfigSource.Of(source).Read("""{ "name": "a", "port": 8080 }""");
        Assert.Equal("", error);
        Assert.Equal(8080, (int)config!.Port);
    }

    [Fact]
    public void Names_that_generated_code_could_use_itself_are_free()
    {
        var source = ConfigSource.Of("""
            public int Create { get; init; }
            public int Read { get; init; }
            public int Reader { get; init; }
            public int Result { get; set; }
            public int @class { get; init; }
            public List<int> ReadValue1 { get; init; } = [];
            public void SetRead() { }
            public void SetCreate(Config config, int value) { }
            """);

        var (config, error) = source.Read("""{ "create": 1, "read": 2, "reader": 3, "result": 4, "class": 5 }""");

        Assert.Equal("", error);
        Assert.Equal([1, 2, 3, 4, 5], [config!.Create, config.Read, config.Reader, config.Result, config.@class]);
    }

    [Fact]
    public void Properties_that_nobody_can_set_are_no_fields()
    {
        var source = ConfigSource.Of("""
            public int Set { get; set; }
            public int Computed => Set + 1;
            public int Kept { get; private set; } = 5;
            public static int Shared { get; set; }
            internal int Hidden { get; set; }
            """);

        Assert.Equal(
            "configuration.kept: there is no such field; known are set (line 1)", source.Read("""{ "kept": 1 }""").Error);
    }

    private static string Property(string type) => $"public {type} Value {{ get; init; }} = default!;";
}
