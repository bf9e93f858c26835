using System.Globalization;
using ProxyWasm.Abi;
using ProxyWasm.Host;
using ProxyWasm.Testing.Suites;

namespace ProxyWasm.Testing.Tests.Natives;

/// <summary>A C# plugin in the real plugin host, without WebAssembly.</summary>
public sealed class NativeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_and_bodies_pass_through_the_code_of_the_plugin()
    {
        await using var host = await StartAsync();
        var stream = host.OpenStream();

        var request = stream.RequestHeaders((":path", "/"));
        var response = stream.ResponseHeaders([], endOfStream: false);
        var body = stream.ResponseBody("some text");

        Assert.Equal("192.0.2.1:50000", request.Headers["x-source"]);
        Assert.Equal("welcome", response.Headers["hello"]);
        Assert.Equal("SOME TEXT", body.Text);
        Assert.Equal(new TestMetric("requests", MetricType.Counter, 1, 0), host.Metric("requests"));
    }

    [Fact]
    public async Task A_call_is_awaited_while_the_stream_is_paused()
    {
        await using var host = await StartAsync();
        host.Upstreams.Add("auth").On("/uuid").After(TimeSpan.FromMilliseconds(10)).Reply(200, "1234");
        var stream = host.OpenStream();

        var request = stream.RequestHeaders((":path", "/call"));
        host.Advance(TimeSpan.FromMilliseconds(10));

        Assert.Equal(StepAction.Pause, request.Action);
        Assert.Null(request.Headers["x-answer"]);
        Assert.Equal("200 1234", stream.Request.Headers["x-answer"]);
        Assert.True(stream.Request.HasEnded);
    }

    [Fact]
    public async Task Tasks_of_the_base_library_go_on_in_the_stream_that_awaits_them()
    {
        await using var host = await StartAsync();
        var stream = host.OpenStream();

        stream.RequestHeaders((":path", "/tasks"));
        host.Advance(TimeSpan.FromMilliseconds(5));

        Assert.Equal("3", stream.Request.Headers["x-sum"]);
        Assert.False(stream.Request.IsPaused);
    }

    [Fact]
    public async Task A_stream_that_another_one_wakes_changes_its_own_headers()
    {
        await using var host = await StartAsync();
        var (waiting, ended, other) = (host.OpenStream(), host.OpenStream(), host.OpenStream());

        waiting.RequestHeaders((":path", "/wait"));
        ended.RequestHeaders((":path", "/wait"));
        ended.Finish();
        other.RequestHeaders((":path", "/say"));

        Assert.Equal("hello", waiting.Request.Headers["x-word"]);
        Assert.False(waiting.Request.IsPaused);
        Assert.Null(other.Request.Headers["x-word"]);
    }

    [Fact]
    public async Task Messages_take_formats_and_widths_and_have_no_culture()
    {
        await using var host = await StartAsync();
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator = ",";
        CultureInfo.CurrentCulture = culture;

        host.OpenStream().RequestHeaders((":path", "/log"));

        Assert.Equal("1234.5 25.6 %   42|x  |bytes 2026-01-02", host.Logs[^1].Message);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_says_so()
    {
        await using var host = await StartAsync();
        var stream = host.OpenStream();

        stream.RequestHeaders((":path", "/delay"));
        host.Advance(TimeSpan.FromSeconds(1));
        var pausedAfterOne = stream.Request.IsPaused;
        host.Advance(TimeSpan.FromSeconds(2));

        Assert.True(pausedAfterOne);
        Assert.False(stream.Request.IsPaused);
        Assert.Equal("yes", stream.Request.Headers["x-delayed"]);
    }

    [Fact]
    public async Task Ticks_and_queues_reach_the_plugin()
    {
        await using var host = await StartAsync();

        host.Advance(TimeSpan.FromSeconds(2));
        host.Queue("jobs").Enqueue("work");

        Assert.Equal(["tick at 1", "tick at 2"], host.Logs.Select(log => log.Message));
        Assert.Equal("work", host.SharedData["last"]);
    }

    [Fact]
    public async Task No_change_of_shared_data_is_lost_when_another_machine_creates_or_changes_the_value_first()
    {
        await using var host = await StartAsync();

        host.OpenStream().RequestHeaders((":path", "/count"));
        host.OpenStream().RequestHeaders((":path", "/count"));

        Assert.Equal("\u0004", host.SharedData["count"]);
    }

    [Fact]
    public async Task Local_responses_are_those_of_the_host()
    {
        await using var host = await StartAsync();
        var stream = host.OpenStream();

        var request = stream.RequestHeaders((":path", "/teapot"));

        Assert.Equal((418, "teapot", "short and stout"), (
            request.LocalResponse!.StatusCode, request.LocalResponse.Details, request.LocalResponse.Text));
        Assert.Equal("welcome", stream.Response.Headers["hello"]);
    }

    [Fact]
    public async Task An_exception_fails_the_stream_and_is_told()
    {
        await using var host = await StartAsync();

        var request = host.OpenStream().RequestHeaders((":path", "/throw"));
        var next = host.OpenStream().RequestHeaders((":path", "/"));

        Assert.Equal(StepAction.LocalResponse, request.Action);
        Assert.True(request.LocalResponse!.StatusCode >= 500);
        var told = string.Join('\n', [.. host.Logs.Select(log => log.Message), .. host.HostMessages]);
        Assert.Contains("on purpose", told, StringComparison.Ordinal);
        Assert.Equal(StepAction.Continue, next.Action);
    }

    [Fact]
    public async Task A_plugin_that_rejects_its_configuration_does_not_start()
    {
        var error = await Assert.ThrowsAsync<PluginLoadException>(() => TestHost.StartAsync(
            TestPlugin.Native<GatePlugin>() with { Configuration = "wrong" }, cancellationToken: Cancellation));

        Assert.Equal("PW2004", error.Id);
    }

    [Fact]
    public async Task Hosts_side_by_side_have_plugins_of_their_own()
    {
        await using var first = await StartAsync();
        await using var second = await TestHost.StartAsync(
            TestPlugin.Native(typeof(GatePlugin).Assembly) with { Configuration = "other" },
            cancellationToken: Cancellation);
        var (one, two) = (first.OpenStream(), second.OpenStream());

        one.RequestHeaders();
        two.RequestHeaders();

        Assert.Equal("welcome", one.ResponseHeaders().Headers["hello"]);
        Assert.Equal("other", two.ResponseHeaders().Headers["hello"]);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_memory_of_a_plugin_fails_there()
    {
        var plugin = TestPlugin.Native<GatePlugin>() with
        {
            Configuration = "welcome",
            Limits = PluginLimits.Default with { MemoryBytes = 65536 },
        };
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var stream = host.OpenStream();
        stream.RequestHeaders();
        stream.ResponseHeaders([], endOfStream: false);

        var body = stream.ResponseBody(new string('a', 100_000));

        Assert.DoesNotContain("A", body.Text, StringComparison.Ordinal);
        Assert.True(host.IsRunning);
    }

    [Fact]
    public void An_assembly_without_a_plugin_says_what_is_missing()
    {
        var error = Assert.Throws<ArgumentException>(TestPlugin.Native<string>);

        Assert.Contains("[Plugin]", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suite_needs_a_module()
    {
        var path = Path.GetTempFileName();
        var suite = Suite.Read(path, SuiteFormat.Yaml);
        File.Delete(path);

        await Assert.ThrowsAsync<ArgumentException>(
            () => SuiteRunner.CreateAsync(suite, TestPlugin.Native<GatePlugin>(), cancellationToken: Cancellation));
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(
        TestPlugin.Native<GatePlugin>() with { Configuration = "welcome" }, cancellationToken: Cancellation);
}
