using ProxyWasm.Host.Http;
using ProxyWasm.Host.Tests.Support;

namespace ProxyWasm.Host.Tests.Plugins;

public sealed class PluginShutdownTests
{
    // Logs 200 in on_done of the root, which answers 0, and 300 in its on_delete.
    private const string Reluctant = """
        (global $ending (mut i32) (i32.const 0))
        (func (export "proxy_on_done") (param $context i32) (result i32)
          (if (i32.ne (local.get $context) (i32.const 1)) (then (return (i32.const 1))))
          (call $n (i32.const 200))
          (call $n (call $done))
          (global.set $ending (i32.const 1))
          (i32.const 0))
        (func (export "proxy_on_delete") (param $context i32)
          (if (i32.eq (local.get $context) (i32.const 1)) (then (call $n (i32.const 300)))))
        """;

    private const string TickEverySecond = "(drop (call $tick (i32.const 1000)))";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    [Trait("abi-case", "35")]
    public async Task A_plugin_that_is_not_done_ticks_until_it_is_and_is_deleted_after_that_call()
    {
        await using var rig = new PluginRig();
        var plugin = await rig.LoadAsync(GuestModule.Configure(
            TickEverySecond,
            """
            (global $ticks (mut i32) (i32.const 0))
            """ + Reluctant + GuestModule.OnTick(
                """
                (if (global.get $ending) (then
                  (global.set $ticks (i32.add (global.get $ticks) (i32.const 1)))
                  (if (i32.eq (global.get $ticks) (i32.const 2)) (then
                    (call $n (call $done))
                    (call $n (call $done))
                    (call $n (i32.const 250))))))
                """)));
        var ending = plugin.DisposeAsync().AsTask();
        await rig.AdvanceUntilAsync(ending, Second);

        Assert.Equal(["200", "1", "0", "1", "250", "300"], rig.Log.Messages);
    }

    [Fact]
    [Trait("abi-case", "36")]
    public async Task Being_done_means_nothing_while_nobody_waits_for_it()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync("(call $n (call $done))");

        Assert.Equal(["1"], log);
    }

    [Fact]
    public async Task A_plugin_that_is_never_done_is_ended_after_the_drain_timeout()
    {
        using var hostLog = new ListLoggerFactory();
        await using var rig = new PluginRig(
            2, options => options with { LoggerFactory = hostLog, DrainTimeout = TimeSpan.FromMinutes(2) });
        var plugin = await rig.LoadAsync(GuestModule.Text(Reluctant), "slow");
        var before = rig.Time.GetUtcNow();
        await rig.AdvanceUntilAsync(plugin.DisposeAsync().AsTask(), Second);

        Assert.True(rig.Time.GetUtcNow() - before >= TimeSpan.FromMinutes(2));
        Assert.Equal(["200", "1", "200", "1", "300", "300"], rig.Log.Messages);
        Assert.Single(hostLog.Messages, message => message.Contains("slow", StringComparison.Ordinal)
            && message.Contains("did not call proxy_done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_plugins_come_and_go_while_one_is_ending_in_the_same_virtual_machine()
    {
        await using var rig = new PluginRig();
        var module = GuestModule.Configure(
            TickEverySecond,
            Reluctant + GuestModule.OnTick("(if (global.get $ending) (then (drop (call $done))))")
                + GuestModule.OnRequest("(call $n (local.get $stream))"));
        var first = await rig.LoadAsync(module, "first");
        var ending = first.DisposeAsync().AsTask();
        var second = await rig.LoadAsync(module, "second");
        Assert.False(ending.IsCompleted);
        await rig.PassAsync(second);
        await rig.AdvanceUntilAsync(ending, Second);
        await rig.PassAsync(second);

        // One sequence of ids shows that the machine is the same.
        Assert.Equal(["200", "1", "3", "300", "4"], rig.Log.Messages);
        await second.DisposeAsync();
    }

    [Fact]
    public async Task A_stream_can_say_that_its_plugin_is_done()
    {
        await using var rig = new PluginRig();
        var plugin = await rig.LoadAsync(GuestModule.Text(
            Reluctant + GuestModule.OnRequest("")
                + """
                (func (export "proxy_on_response_headers")
                  (param $stream i32) (param $count i32) (param $end i32) (result i32)
                  (call $n (call $done))
                  (i32.const 0))
                """));
        var stream = rig.Host.CreateHttpChain(plugin).Open(new NoInfo());
        stream.RequestHeaders.Load(":path", "/");
        await stream.Request.SendHeadersAsync(endOfStream: true);
        var ending = plugin.DisposeAsync().AsTask();
        stream.ResponseHeaders.Load(":status", "200");
        await stream.Response.SendHeadersAsync(endOfStream: true);
        await ending;
        await stream.FinishAsync();

        Assert.Equal(["200", "1", "0", "300"], rig.Log.Messages);
    }

    [Fact]
    public async Task Nobody_waits_for_a_plugin_that_fails_while_it_ends()
    {
        await using var rig = new PluginRig(configure: options => options with { DrainTimeout = Hour });
        var plugin = await rig.LoadAsync(GuestModule.Configure(
            TickEverySecond, Reluctant + GuestModule.OnTick("(if (global.get $ending) (then unreachable))")));
        var ending = plugin.DisposeAsync().AsTask();
        var before = rig.Time.GetUtcNow();
        await rig.AdvanceUntilAsync(ending, Second);

        Assert.True(rig.Time.GetUtcNow() - before < Hour);
        Assert.Equal(["200", "1"], rig.Log.Messages);
    }

    [Fact]
    public async Task Disposing_the_host_waits_for_all_plugins_at_the_same_time()
    {
        var rig = new PluginRig(configure: options => options with { DrainTimeout = Hour });
        var module = GuestModule.Text(Reluctant);
        await rig.LoadAsync(module, "a", "a");
        var second = await rig.LoadAsync(module, "b", "b");
        var before = rig.Time.GetUtcNow();
        var ending = second.DisposeAsync().AsTask();
        await rig.AdvanceUntilAsync(rig.DisposeAsync().AsTask(), TimeSpan.FromMinutes(1));

        Assert.True(ending.IsCompletedSuccessfully);
        Assert.InRange(rig.Time.GetUtcNow() - before, Hour, 2 * Hour);
        Assert.Equal(2, rig.Log.Messages.Count(message => message == "300"));
    }

    private sealed class NoInfo : HttpStreamInfo;
}
