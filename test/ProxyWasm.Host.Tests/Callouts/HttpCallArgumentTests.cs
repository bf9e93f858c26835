using Microsoft.AspNetCore.Http;
using ProxyWasm.Host.Callouts.Transport;
using ProxyWasm.Host.Tests.Callouts.Upstreams;

namespace ProxyWasm.Host.Tests.Callouts;

public sealed class HttpCallArgumentTests
{
    private const string Nothing = "(i32.const 0) (i32.const 0)";
    private const string Beyond = "(i32.const -8) (i32.const 16)";

    private static readonly (string Name, string Value)[] Good =
        [(":method", "GET"), (":path", "/"), (":authority", "upstream.test")];

    [Fact]
    [Trait("abi-case", "92")]
    public Task An_unknown_cluster_is_a_bad_argument() => ExpectAsync(
        "2 0", module => module.HttpCall("nowhere", Good), "there is no cluster `nowhere`");

    [Theory]
    [InlineData(":method")]
    [InlineData(":path")]
    [InlineData(":authority")]
    [Trait("abi-case", "92")]
    public Task A_missing_pseudo_header_is_a_bad_argument(string name) => ExpectAsync(
        "2 0",
        module => module.HttpCall("web", [.. Good.Where(pair => pair.Name != name)]),
        $"the header {name} is missing");

    [Theory]
    [InlineData(":method", "GET /")]
    [InlineData(":method", "CONNECT")]
    [InlineData(":path", "/\r\nx: y")]
    [InlineData(":authority", "a\0b")]
    public Task A_pseudo_header_that_no_request_can_have_is_a_bad_argument(string name, string value) => ExpectAsync(
        "2 0", module => module.HttpCall("web", [.. Good.Where(pair => pair.Name != name), (name, value)]));

    [Fact]
    public Task Malformed_pairs_are_a_bad_argument() => ExpectAsync(
        "2 0",
        module =>
            $"""
             (call $http_call {module.Text("web")} {module.Text("\u0001\0\0\0????")} {Nothing} {Nothing}
               (i32.const 0) (i32.const 0))
             """,
        "malformed pairs");

    [Fact]
    [Trait("abi-case", "92")]
    public Task A_negative_timeout_is_a_bad_argument() => ExpectAsync(
        "2 0", module => module.HttpCall("web", Good, timeout: uint.MaxValue), "the timeout 4294967295 ms");

    [Fact]
    [Trait("abi-case", "93")]
    [Trait("abi-case", "146")]
    public Task A_cluster_without_endpoints_is_an_internal_failure_and_nothing_follows() => ExpectAsync(
        "10 0", module => module.HttpCall("empty", Good), "no healthy upstream");

    [Fact]
    public Task Host_stands_for_authority() => ExpectAsync(
        "0 4",
        module => module.HttpCall("web", [(":method", "GET"), (":path", "/"), ("host", "upstream.test")]));

    [Fact]
    public Task A_token_slot_outside_of_memory_makes_no_call() => ExpectAsync(
        "6 77", module => module.HttpCall("web", Good, slot: "(i32.const -4)"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task An_argument_outside_of_memory_makes_no_call(int argument) => ExpectAsync(
        "6 0",
        module =>
        {
            string[] arguments = [module.Text("web"), module.Pairs(Good), Nothing, Nothing];
            arguments[argument] = Beyond;
            return $"(call $http_call {string.Join(' ', arguments)} (i32.const 0) (i32.const 0))";
        });

    [Fact]
    public async Task Calls_beyond_the_limit_fail_until_others_are_over()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await HttpUpstream.StartAsync(_ => release.Task);
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        module.OnConfigure(string.Concat(
            new[] { "a", "b", "c" }.Select(word => module.LogStatus(word, module.HttpCall("web")))));
        module.Then("proxy_on_http_call_response", module.LogStatus("next", module.HttpCall("web")));

        await host.LoadAsync(module, PluginLimits.Default with { PendingCallouts = 2 });

        Assert.Equal(["a 0 4", "b 0 8", "c 10 0"], await host.Log.NextAsync(3));
        Assert.Contains(host.Log.Errors, error => error.Contains("2 calls are under way", StringComparison.Ordinal));
        release.SetResult();

        // While the callback about a call runs the call still counts; the second callback finds room.
        var lines = await host.Log.NextAsync(4);
        Assert.Contains(lines, line => line.StartsWith("next 10", StringComparison.Ordinal));
        Assert.Contains("next 0 12", lines);
    }

    [Fact]
    public async Task Bodies_of_calls_hold_no_more_memory_than_the_plugin_may_have()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await HttpUpstream.StartAsync(_ => release.Task);
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        string Call() =>
            $"""
             (call $http_call {module.Text("web")} {module.Pairs(Good)} (i32.const 0) (i32.const 400000) {Nothing}
               (i32.const 0) (i32.const 0))
             """;
        module.OnConfigure(module.LogStatus("first", Call()) + module.LogStatus("second", Call()));

        await host.LoadAsync(module, PluginLimits.Default with { MemoryBytes = 8 * 65536 });

        Assert.Equal(["first 0 4", "second 10 0"], await host.Log.NextAsync(2));
        Assert.Contains(host.Log.Errors, error => error.Contains("hold too much memory", StringComparison.Ordinal));
        release.SetResult();
    }

    [Fact]
    public async Task The_maps_and_the_buffer_of_a_call_cannot_be_changed()
    {
        await using var upstream = await HttpUpstream.StartAsync(context => context.Response.WriteAsync("hello"));
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        module.Import("proxy_replace_header_map_value", "$replace (param i32 i32 i32 i32 i32) (result i32)");
        module.Import("proxy_set_buffer_bytes", "$set_buffer (param i32 i32 i32 i32 i32) (result i32)");
        module.Import("proxy_get_header_map_size", "$map_size (param i32 i32) (result i32)");
        module.OnConfigure($"(drop {module.HttpCall("web")})").Then(
            "proxy_on_http_call_response",
            $"""
             (call $number (call $replace (i32.const 6) {module.Text("a")} {module.Text("b")}))
             (call $number (call $set_buffer (i32.const 4) (i32.const 0) (i32.const 0) {module.Text("x")}))
             (call $number (call $map_size (i32.const 6) (i32.const 0))) (call $flush)
             """);

        await host.LoadAsync(module);

        await host.Log.NextAsync();
        Assert.Equal(" 2 2 2", await host.Log.NextAsync());
    }

    // The line has the status and what is in the token slot, which holds 77 before.
    private static async Task ExpectAsync(string expected, Func<CallingModule, string> call, string reason = "")
    {
        await using var upstream = await HttpUpstream.StartAsync(static _ => Task.CompletedTask);
        await using var host = new CalloutHost(upstream.Cluster("web"), new CalloutCluster { Name = "empty" });
        var module = new CallingModule();
        module.OnConfigure($"(i32.store (i32.const 0) (i32.const 77)) {module.LogStatus("call", call(module))}");

        await host.LoadAsync(module);

        Assert.Equal($"call {expected}", await host.Log.NextAsync());
        if (expected.StartsWith('0'))
        {
            await host.Log.NextAsync();
        }
        else if (reason.Length > 0)
        {
            Assert.Contains(host.Log.Errors, error => error.Contains(reason, StringComparison.Ordinal));
        }

        Assert.False(host.Log.HasMore);
    }
}
