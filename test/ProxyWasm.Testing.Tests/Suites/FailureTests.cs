using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Testing.Tests.Suites;

public sealed class FailureTests : IDisposable
{
    private readonly SuiteRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("has_header: {key: a, value: c}", "the header a is \"b\", not \"c\"")]
    [InlineData("has_header: {key: z, value: c}", "the header z is missing")]
    [InlineData("no_header: {key: a}", "the header a must be absent, it is \"b\"")]
    [InlineData("headers: {regex: 'x.*'}", "expected a header to be a match of /x.*/, found: \"a: b\"")]
    [InlineData("headers: {regex: 'a.*', invert: true}", "expected no header to be a match")]
    [InlineData("log: {exact: other}", "expected a log line to be exactly \"other\", found: \"said\"")]
    [InlineData("immediate: {http_status: 200}", "expected a local response, there is none")]
    public async Task A_difference_is_told(string expectation, string problem)
    {
        var result = await _rig.RunAsync(
            $"test: [{{name: t, request_headers: {{input: {{header: {{key: a, value: b}}}}, result: {{{expectation}}}}}}}]",
            Wat.Callback("request_headers", """(call $say @"said")"""));

        var failure = Assert.Single(result.Failures);
        Assert.StartsWith("[request_headers] ", failure, StringComparison.Ordinal);
        Assert.Contains(problem, failure, StringComparison.Ordinal);
        Assert.False(result.Passed);
    }

    [Fact]
    public async Task A_pause_without_an_answer_fails()
    {
        var result = await _rig.RunAsync(
            "test: [{name: t, request_headers: {}}]", Wat.Callback("request_headers", "", "(i32.const 1)"));

        Assert.Contains("paused", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_local_response_fails()
    {
        var result = await _rig.RunAsync(
            "test: [{name: t, request_headers: {}}]",
            Wat.Callback(
                "request_headers",
                """(drop (call $respond (i32.const 403) @"d" @"b" (i32.const 0) (i32.const 0) (i32.const -1)))"""));

        Assert.Contains("status 403", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(unreachable)", "Unreachable")]
    [InlineData("(loop $for_ever (br $for_ever))", "BudgetExceeded")]
    public async Task A_plugin_that_fails_ends_its_test_only(string instructions, string reason)
    {
        var suite = _rig.Read("test: [{name: bad, request_headers: {}}, {name: good, response_headers: {}}]");

        var results = await SuiteRig.RunAsync(
            suite, SuiteRig.Plugin(Wat.Callback("request_headers", instructions)));

        Assert.Contains($"({reason})", Assert.Single(results[0].Failures), StringComparison.Ordinal);
        Assert.Contains("proxy_on_request_headers", results[0].Failures[0], StringComparison.Ordinal);
        Assert.True(results[1].Passed);
    }

    [Fact]
    public async Task A_plugin_that_does_not_start_fails_every_test()
    {
        var result = await _rig.RunAsync("test: [{name: t}]", Wat.Start("configure", "", result: 0));

        Assert.Contains("[plugin_init]", Assert.Single(result.Failures), StringComparison.Ordinal);
        Assert.Contains("PW2004", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_module_is_refused_before_any_test()
    {
        var suite = _rig.Read("test: [{name: t}]");

        await Assert.ThrowsAsync<ModuleException>(
            () => SuiteRig.RunAsync(suite, new TestPlugin("junk", "no module"u8.ToArray())));
    }
}
