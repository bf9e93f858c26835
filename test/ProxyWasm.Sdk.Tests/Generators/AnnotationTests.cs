namespace ProxyWasm.Sdk.Tests.Generators;

/// <summary>Data annotations are kept to, or refused when the plugin is built.</summary>
public sealed class AnnotationTests
{
    [Theory]
    [InlineData("[Range(1, 60)] public int", "1", "60", "0", "61", "expected a number from 1 to 60")]
    [InlineData("[Range(-5L, 5L)] public long?", "-5", "5", "-6", "6", "expected a number from -5 to 5")]
    [InlineData("[Range(0.5, 2.5)] public int", "1", "2", "0", "3", "expected a number from 1 to 2")]
    [InlineData("[Range(0, 1000)] public byte", "0", "255", "-1", "256", "expected a number from 0 to 255")]
    [InlineData("[Range(0.5, 1.5)] public double", "0.5", "1.5", "0.49", "1.51", "the number is out of its range")]
    [InlineData("[Range(0, double.PositiveInfinity)] public double", "0", "1e300", "-1", "1e999",
        "the number is out of its range")]
    [InlineData("[StringLength(3)] public string", "\"\"", "\"abc\"", "\"abcd\"", "\"abcde\"",
        "expected 0 to 3 characters")]
    [InlineData("[StringLength(3, MinimumLength = 2)] public string", "\"ab\"", "\"abc\"", "\"a\"", "\"abcd\"",
        "expected 2 to 3 characters")]
    [InlineData("[MinLength(1)] public string", "\"a\"", "\"aaaaaaaaaaaaaaaaaa\"", "\"\"", "\"\"",
        "expected at least 1 character")]
    [InlineData("[MaxLength(1)] public string", "\"a\"", "\"\\ud83d\\ude00\"", "\"ab\"", "\"\\u00e9\\u00e9\"",
        "expected 0 to 1 character")]
    [InlineData("[Length(1, 2)] public string", "\"a\"", "\"ab\"", "\"\"", "\"abc\"", "expected 1 to 2 characters")]
    [InlineData("[Length(2, 2)] public string", "\"ab\"", "\"cd\"", "\"a\"", "\"abc\"", "expected 2 characters")]
    [InlineData("[MinLength(1), MaxLength(2)] public int[]", "[1]", "[1,2]", "[]", "[1,2,3]",
        "expected 1 to 2 elements")]
    [InlineData("[Length(1, 2)] public List<string>", "[\"a\"]", "[\"a\",\"b\"]", "[]", "[\"a\",\"b\",\"c\"]",
        "expected 1 to 2 elements")]
    [InlineData("[MinLength(1)] public Dictionary<string, int>", "{\"a\":1}", "{\"a\":1,\"b\":2}", "{}", "{}",
        "expected at least 1 element")]
    [InlineData("[MaxLength(1)] public IReadOnlyDictionary<string, bool>", "{}", "{\"a\":true}",
        "{\"a\":true,\"b\":true}", "{\"a\":true,\"b\":true}", "expected 0 to 1 element")]
    public void Limits_are_kept_to(
        string property, string least, string most, string tooSmall, string tooLarge, string problem)
    {
        var source = ConfigSource.Of($"{property} Value {{ get; init; }} = default!;");

        Assert.Equal("", source.Read($$"""{ "value": {{least}} }""").Error);
        Assert.Equal("", source.Read($$"""{ "value": {{most}} }""").Error);
        Assert.Equal($"configuration.value: {problem} (line 1)", source.Read($$"""{ "value": {{tooSmall}} }""").Error);
        Assert.Equal($"configuration.value: {problem} (line 1)", source.Read($$"""{ "value": {{tooLarge}} }""").Error);
    }

    [Theory]
    [InlineData("[Range(1, 5)] public string", "[Range] says nothing about a string")]
    [InlineData("[Range(typeof(int), \"1\", \"5\")] public int", "[Range] must have two numbers")]
    [InlineData("[Range(1, 5, MinimumIsExclusive = true)] public int", "[Range] must have two numbers")]
    [InlineData("[Range(5, 1)] public int", "[Range] leaves no value")]
    [InlineData("[Range(300, 400)] public byte", "[Range] leaves no value")]
    [InlineData("[Range(0, 1)] public TimeSpan", "[Range] says nothing about a System.TimeSpan")]
    [InlineData("[StringLength(5)] public int", "[StringLength] says nothing about a int")]
    [InlineData("[StringLength(5)] public int[]", "[StringLength] says nothing about a int[]")]
    [InlineData("[MinLength(1)] public bool", "[MinLength] says nothing about a bool")]
    [InlineData("[MinLength(3), MaxLength(2)] public string", "[MaxLength] leaves no value")]
    [InlineData("[EmailAddress] public string", "[EmailAddress] is not kept to")]
    [InlineData("[RegularExpression(\"a\")] public string", "[RegularExpression] is not kept to")]
    [InlineData("[Required] public string", "[Required] is not kept to; make the property `required`")]
    public void What_cannot_be_kept_to_is_an_error_of_the_build(string property, string problem)
    {
        var run = ConfigSource.Run($"{property} Value {{ get; init; }} = default!;");

        var found = Assert.Single(run.Diagnostics);
        Assert.Equal("PWS005", found.Id);
        Assert.Equal($"'Value' cannot be read from a configuration: {problem}", found.GetMessage());
        Assert.Empty(run.Exceptions);
    }
}
