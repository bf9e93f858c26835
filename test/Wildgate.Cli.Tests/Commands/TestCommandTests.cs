using System.Text.Json;
using System.Xml.Linq;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class TestCommandTests : IDisposable
{
    private const string Passing = "test: [{name: good, request_headers: {result: {has_header: {key: x-wild-request, value: hello}}}}]";
    private const string Failing = "test: [{name: bad, request_headers: {result: {no_header: {key: x-wild-request}}}}]";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task All_cases_pass()
    {
        var result = await WildProcess.RunAsync(
            "test", "--yaml", Repository.At("samples/hello-wat/tests.yaml"), "--no-bench");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("  pass  adds_headers (", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n2 passed, 0 failed\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task A_case_that_fails_is_shown_and_ends_with_1()
    {
        var result = await WildProcess.RunAsync(
            "test", "--yaml", _scratch.Write("t.yaml", Failing), "--plugin", Repository.HelloPlugin);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("  FAIL  bad (", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "        [request_headers] the header x-wild-request must be absent, it is \"hello\"\n",
            result.Output,
            StringComparison.Ordinal);
        Assert.EndsWith("\n0 passed, 1 failed\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_of_the_other_tool_run_unchanged()
    {
        var log = _scratch.At("log.txt");

        var result = await WildProcess.RunAsync(
            "test",
            $"--proto={_scratch.Write("t.textpb", "test { name: \"t\" benchmark: true request_headers { } }")}",
            $"--plugin={_scratch.Write("p.wat", TestPlugins.Describing)}",
            $"--config={_scratch.Write("config", "my configuration")}",
            $"--logfile={log}",
            "--loglevel=DEBUG",
            "--nobench",
            "--num_additional_streams=3",
            "--additional_stream_advance_rate=2");

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("NS/CALL", result.Output, StringComparison.Ordinal);
        Assert.Contains("my configuration\n", File.ReadAllText(log), StringComparison.Ordinal);
        Assert.StartsWith("--- Starting test: t ---\n", File.ReadAllText(log), StringComparison.Ordinal);
        Assert.DoesNotContain("traced", File.ReadAllText(log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_benchmark_prints_what_callbacks_cost()
    {
        var result = await WildProcess.RunAsync(
            "test", "--yaml", _scratch.Write("t.yaml", Passing), "--plugin", Repository.HelloPlugin, "--notest", "--bench");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("\nTEST +CALLBACK +CALLS +NS/CALL +P50 +P99 +BYTES/CALL\n", result.Output);
        Assert.Matches("\ngood +proxy_on_request_headers( +[0-9]+){5}\n", result.Output);
        Assert.DoesNotContain("pass  good", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_for_other_programs_say_the_same()
    {
        var (junit, json) = (_scratch.At("report.xml"), _scratch.At("report.json"));
        var suite = _scratch.Write("t.yaml", $"{Passing[..^1]}, {Failing["test: [".Length..]}");

        var result = await WildProcess.RunAsync(
            "test", "--yaml", suite, "--plugin", Repository.HelloPlugin, "--junit", junit, "--json", json);

        Assert.Equal(1, result.ExitCode);
        var xml = XDocument.Load(junit).Root!;
        Assert.Equal(("2", "1"), (xml.Attribute("tests")!.Value, xml.Attribute("failures")!.Value));
        Assert.Equal(["good", "bad"], xml.Descendants("testcase").Select(element => element.Attribute("name")!.Value));
        Assert.Contains("must be absent", xml.Descendants("failure").Single().Value, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken));
        Assert.Equal(1, document.RootElement.GetProperty("failed").GetInt32());
        var cases = document.RootElement.GetProperty("files")[0].GetProperty("cases");
        Assert.False(cases[1].GetProperty("passed").GetBoolean());
        Assert.Contains("must be absent", cases[1].GetProperty("failures")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_wrong_ends_with_3_and_its_place()
    {
        var suite = _scratch.Write("t.yaml", "test:\n- name: a\n  reqest_headers: {}");

        var result = await WildProcess.RunAsync("test", "--yaml", suite, "--plugin", Repository.HelloPlugin);

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith(
            $"Error: {suite}:3:3: expected a field of a test, found \"reqest_headers\" [PW4003]\nHint: Take one of: ",
            result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_files_end_with_1()
    {
        var suite = _scratch.Write("t.yaml", Passing);

        var noSuite = await WildProcess.RunAsync("test", "--yaml", "absent.yaml", "--plugin", Repository.HelloPlugin);
        var noPlugin = await WildProcess.RunAsync("test", "--yaml", suite, "--plugin", "absent.wasm");
        var noConfig = await WildProcess.RunAsync(
            "test", "--yaml", suite, "--plugin", Repository.HelloPlugin, "--config", "absent.json");
        var noTests = await WildProcess.RunAsync("test", _scratch.Root);

        Assert.All([noSuite, noPlugin, noConfig, noTests], result => Assert.Equal(1, result.ExitCode));
        Assert.Contains("absent.yaml", noSuite.Error, StringComparison.Ordinal);
        Assert.Contains("absent.wasm", noPlugin.Error, StringComparison.Ordinal);
        Assert.Contains("absent.json", noConfig.Error, StringComparison.Ordinal);
        Assert.Contains("no project", noTests.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_that_cannot_run_ends_with_3()
    {
        var result = await WildProcess.RunAsync(
            "test", "--yaml", _scratch.Write("t.yaml", Passing), "--plugin", _scratch.Write("p.wasm", "no module"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("[PW1002]", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_ends_with_1()
    {
        var result = await WildProcess.RunAsync(
            "test", "--yaml", _scratch.Write("t.yaml", Passing), "--plugin", Repository.HelloPlugin, "--junit", _scratch.Root);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("it is a directory", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--proto and --yaml exclude each other", "--proto", "a", "--yaml", "b")]
    [InlineData("--bench and --no-bench exclude each other", "--bench", "--nobench")]
    [InlineData("'loud' is no log level", "--loglevel", "loud")]
    [InlineData("from 0 to 100000", "--num_additional_streams", "-1")]
    [InlineData("unknown option '--prto'", "--prto", "a")]
    public async Task Usage_errors_end_with_2(string problem, params string[] arguments)
    {
        var result = await WildProcess.RunAsync(["test", .. arguments]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(problem, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_plugin_logs_cannot_harm_a_terminal()
    {
        var plugin = "(module (import \"env\" \"proxy_log\" (func $log (param i32 i32 i32) (result i32)))"
            + TestPlugins.Memory + TestPlugins.Marker + TestPlugins.Allocator + """
              (data (i32.const 16) "\1b[31mred")
              (func (export "proxy_on_request_headers") (param i32 i32 i32) (result i32)
                (drop (call $log (i32.const 2) (i32.const 16) (i32.const 8)))
                (i32.const 1)))
            """;

        var result = await WildProcess.RunAsync(
            "test",
            "--yaml",
            _scratch.Write("t.yaml", "test: [{name: \"a\\e[31m\", request_headers: {}}]"),
            "--plugin",
            _scratch.Write("p.wat", plugin));

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain('\u001b', result.Output);
        Assert.Contains(@"\u{1b}[31mred", result.Output, StringComparison.Ordinal);
    }
}
