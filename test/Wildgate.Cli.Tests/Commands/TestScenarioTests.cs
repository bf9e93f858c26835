using System.Text;
using Wildgate.Cli.Scaffolding;
using Wildgate.Cli.Tests.Support;
using Wildgate.Gateway.Plugins;
using YamlDotNet.Serialization;

namespace Wildgate.Cli.Tests.Commands;

/// <summary><c>wild test</c> with scenarios, and the schema of their files.</summary>
public sealed class TestScenarioTests : IDisposable
{
    private static readonly string Schema = File.ReadAllText(Repository.At("docs/scenarios.schema.json"));

    private readonly Scratch _scratch = new();

    public static TheoryData<string> Examples =>
    [
        .. ProjectTemplate.All
            .SelectMany(template => template.Files(ProjectName.Of("example"), "1.0.0"))
            .Select(file => file.Content).Append(LastYamlOf("docs/testing.md"))
            .Where(text => text.Contains("\nscenarios:", StringComparison.Ordinal)
                || text.StartsWith("scenarios:", StringComparison.Ordinal)),
    ];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Scenarios_are_run_and_a_failure_has_its_line()
    {
        File.Copy(Repository.HelloPlugin, _scratch.At("hello.wat"));
        var file = _scratch.Write("cases.yaml", """
            plugin: hello.wat
            scenarios:
            - name: says hello
              steps:
              - request_headers: {}
                expect: { headers: { x-wild-request: hello } }
              - response_headers: {}
                expect: { headers: { hello: world } }
            - name: says bye
              steps:
              - request_headers: {}
              - response_headers: {}
                expect: { headers: { hello: bye } }
            """);
        var junit = _scratch.At("report.xml");

        var result = await WildProcess.RunAsync("test", "--yaml", file, "--junit", junit);

        Assert.Equal((1, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("  pass  says hello (", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"        {file}:12:5: expected the header \"hello\" to be \"bye\", found \"world\"\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("\n1 passed, 1 failed\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("says bye", await File.ReadAllTextAsync(junit, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_of_a_scenario_is_compared_with_the_schema_of_the_module()
    {
        var plugin = Path.Combine(AppContext.BaseDirectory, "plugins", "hello.wasm");
        var wrong = _scratch.Write("wrong.yaml", "scenarios:\n- name: a\n  configuration: { txt: x }\n");
        var expected = _scratch.Write(
            "expected.yaml", "scenarios:\n- name: a\n  configuration: { txt: x }\n  start_failure: { contains: txt }\n");

        var refused = await WildProcess.RunAsync("test", "--yaml", wrong, "--plugin", plugin);
        var passed = await WildProcess.RunAsync("test", "--yaml", expected, "--plugin", plugin);

        Assert.Equal(3, refused.ExitCode);
        Assert.Equal(
            $"Error: {wrong}:2:3: configuration.txt: expected a field of the plugin, found \"txt\" [WG1018]\n"
            + "Hint: Did you mean \"text\"?\n",
            refused.Error);
        Assert.True(passed.ExitCode == 0, passed.Output + passed.Error);
    }

    [Theory]
    [InlineData("--bench")]
    [InlineData("--no-test")]
    [InlineData("--log-file")]
    public async Task What_scenarios_do_not_have_is_an_error(string option)
    {
        File.Copy(Repository.HelloPlugin, _scratch.At("hello.wat"));
        var file = _scratch.Write("cases.yaml", "plugin: hello.wat\nscenarios: [{ name: a }]\n");
        string[] value = option == "--log-file" ? [_scratch.At("log.txt")] : [];

        var result = await WildProcess.RunAsync(["test", "--yaml", file, option, .. value]);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(
            $"Error: {option} says nothing about scenarios, and {file} has no other cases\n"
            + "Hint: Benchmarks and log files belong to the format of the plugin tester; leave the option out\n",
            result.Error);
    }

    [Fact]
    public async Task The_schema_is_printed()
    {
        var result = await WildProcess.RunAsync("test", "--schema");

        Assert.Equal((0, Schema), (result.ExitCode, result.Output));
        Assert.Null(PluginConfigurationCheck.ProblemOf(Encoding.UTF8.GetBytes(Schema)));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Templates_and_pages_fit_the_schema(string yaml) => Assert.Empty(Faults(yaml));

    [Theory]
    [InlineData("scenario: []")]
    [InlineData("scenarios: [{ steps: [] }]")]
    [InlineData("scenarios: [{ name: a, steps: [{ requst_headers: {} }] }]")]
    [InlineData("scenarios: [{ name: a, steps: [{ expect: { action: stop } }] }]")]
    [InlineData("scenarios: [{ name: a, steps: [{ advance: soon }] }]")]
    [InlineData("scenarios: [{ name: a, upstreams: { c: [{ fail: badly }] } }]")]
    [InlineData("scenarios: [{ name: a, steps: [{ reload: { config: x } }] }]")]
    public void Mistakes_do_not_fit_the_schema(string yaml) => Assert.NotEmpty(Faults(yaml));

    private static IReadOnlyList<ConfigurationFault> Faults(string yaml)
    {
        var value = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize(new StringReader(yaml));
        var json = new SerializerBuilder().JsonCompatible().Build().Serialize(value!);
        var verdict = PluginConfigurationCheck.Check(Encoding.UTF8.GetBytes(Schema), Encoding.UTF8.GetBytes(json));
        Assert.Null(verdict.Warning);
        return verdict.Faults;
    }

    private static string LastYamlOf(string page)
    {
        var text = File.ReadAllText(Repository.At(page));
        var begin = text.LastIndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        return text[begin..text.IndexOf("```", begin, StringComparison.Ordinal)];
    }
}
