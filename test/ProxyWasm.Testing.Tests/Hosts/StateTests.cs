using ProxyWasm.Abi;
using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Testing.Tests.Hosts;

public sealed class StateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ticks_come_with_the_clock_each_at_its_time()
    {
        var plugin = Modules.Plugin(
            Wat.Start("configure", "(drop (call $tick (i32.const 1000)))")
            + Wat.Event(
                "tick",
                """
                (drop (call $now (i32.const 0x20)))
                (call $say_number @"tick" (i32.wrap_i64 (i64.rem_u
                  (i64.div_u (i64.load (i32.const 0x20)) (i64.const 1000000000)) (i64.const 100))))
                """));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);

        host.Advance(TimeSpan.FromSeconds(3.5));

        Assert.Equal(TimeSpan.FromSeconds(1), host.TickPeriod);
        Assert.Equal(["tick 1", "tick 2", "tick 3"], host.Logs.Select(log => log.Message));
        Assert.Equal(3.5, (host.Clock.GetUtcNow() - new TestHostOptions().StartTime).TotalSeconds);
        Assert.Throws<ArgumentOutOfRangeException>(() => host.Advance(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public async Task Queues_tell_the_plugin_of_items()
    {
        var plugin = Modules.Plugin(
            Wat.Start("configure", """(drop (call $register @"jobs" (i32.const 0x20)))""")
            + """
              (func (export "proxy_on_queue_ready") (param $root i32) (param $queue i32)
                (call $say_result @"job" (call $dequeue (local.get $queue) (i32.const 0x10) (i32.const 0x14))))
            """);
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);

        host.Queue("jobs").Enqueue("first");
        host.Queue("jobs").Enqueue("second");

        Assert.Equal(["job 0 first", "job 0 second"], host.Logs.Select(log => log.Message));
        Assert.Equal(0, host.Queue("jobs").Count);
        Assert.Throws<KeyNotFoundException>(() => host.Queue("other"));
    }

    [Fact]
    public async Task A_plugin_that_feeds_its_own_queue_for_ever_is_reported()
    {
        var plugin = Modules.Plugin(
            Wat.Start("configure", """(drop (call $register @"jobs" (i32.const 0x20)))""")
            + """
              (func (export "proxy_on_queue_ready") (param $root i32) (param $queue i32)
                (drop (call $dequeue (local.get $queue) (i32.const 0x10) (i32.const 0x14)))
                (global.set $next_block (i32.const 0x10000))
                (drop (call $enqueue (local.get $queue) @"again")))
            """);
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        host.OpenStream().RequestHeaders();

        var error = Assert.Throws<InvalidOperationException>(() => host.Queue("jobs").Enqueue("first"));

        Assert.Contains("without end", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_read_by_the_plugins_names()
    {
        var plugin = Modules.Plugin(Wat.Start(
            "configure",
            """
            (drop (call $define (i32.const 0) @"requests.total" (i32.const 0x20)))
            (drop (call $increment (i32.load (i32.const 0x20)) (i64.const 3)))
            (drop (call $define (i32.const 2) @"latency" (i32.const 0x20)))
            (drop (call $record (i32.load (i32.const 0x20)) (i64.const 40)))
            (drop (call $record (i32.load (i32.const 0x20)) (i64.const 2)))
            """));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);

        Assert.Equal(new TestMetric("requests.total", MetricType.Counter, 3, 0), host.Metric("requests.total"));
        Assert.Equal(new TestMetric("latency", MetricType.Histogram, 42, 2), host.Metric("latency"));
        var error = Assert.Throws<KeyNotFoundException>(() => host.Metric("other"));
        Assert.Contains("requests.total", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_data_is_read_and_written()
    {
        var plugin = Modules.Plugin(
            Wat.Start("configure", """(drop (call $set_data @"mine" @"1" (i32.const 0)))""")
            + Wat.Callback(
                "request_headers",
                """
                (call $say_result @"yours" (call $get_data @"yours" (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
                """));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);

        host.SharedData.Set("yours", "2"u8);
        host.OpenStream().RequestHeaders();

        Assert.Equal("1", host.SharedData["mine"]);
        Assert.Null(host.SharedData["other"]);
        Assert.Equal(["yours 0 2"], host.Logs.Select(log => log.Message));
    }

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    public async Task Random_bytes_repeat_with_the_seed(int first, int second, bool areEqual)
    {
        Assert.Equal(areEqual, await RandomNumberAsync(first) == await RandomNumberAsync(second));
    }

    [Fact]
    public async Task A_plugin_that_is_not_done_goes_on_until_it_says_so()
    {
        var plugin = Modules.Plugin(
            Wat.Start("configure", "(drop (call $tick (i32.const 1000)))")
            + """(func (export "proxy_on_done") (param i32) (result i32) (i32.const 0))"""
            + Wat.Event("tick", "(drop (call $done))")
            + Wat.Event("delete", """(call $say @"deleted")"""));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);

        var ended = host.Shutdown();
        var endedAtOnce = ended.IsCompleted;
        host.Advance(TimeSpan.FromSeconds(1));
        await ended.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.False(endedAtOnce);
        Assert.Equal(["deleted"], host.Logs.Select(log => log.Message));
    }

    [Fact]
    public async Task A_reload_takes_new_streams_to_the_new_configuration()
    {
        var plugin = Modules.Plugin(
            Wat.Start("configure", """(call $say_body @"configured" (i32.const 7))""")
            + Wat.Event("delete", """(call $say @"deleted")"""));
        await using var host = await TestHost.StartAsync(
            plugin with { Configuration = "old" }, cancellationToken: Cancellation);

        await host.ReloadAsync(plugin with { Configuration = "new" }, Cancellation);

        Assert.Contains("configured 0 old", host.Logs.Select(log => log.Message));
        Assert.Contains("configured 0 new", host.Logs.Select(log => log.Message));
        Assert.Equal("deleted", host.Logs[^1].Message);
        Assert.True(host.IsRunning);
    }

    private static async Task<string> RandomNumberAsync(int seed)
    {
        var plugin = Modules.Plugin(Wat.Start(
            "configure",
            """
            (drop (call $random (i32.const 0x20) (i32.const 4)))
            (call $say_number @"random" (i32.load (i32.const 0x20)))
            """));
        await using var host = await TestHost.StartAsync(plugin, new TestHostOptions { Seed = seed }, Cancellation);
        return host.Logs[0].Message;
    }
}
