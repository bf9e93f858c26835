using ProxyWasm.Host.Tests.Support;

namespace ProxyWasm.Host.Tests.Timers;

public sealed class RootTimerTests
{
    private const string EveryTen = "(call $n (call $tick (i32.const 10)))";

    private static readonly TimeSpan Ten = TimeSpan.FromMilliseconds(10);

    [Fact]
    [Trait("abi-case", "113")]
    public async Task Ticks_repeat_a_period_after_the_last_one()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            EveryTen, GuestModule.OnTick("(call $n (i32.const 100))")));
        rig.Time.Advance(TimeSpan.FromMilliseconds(9));
        await rig.PassAsync(plugin);
        Assert.Equal(["0"], rig.Log.Messages);

        rig.Time.Advance(TimeSpan.FromMilliseconds(500));
        await rig.PassAsync(plugin);
        Assert.Equal(["0", "100"], rig.Log.Messages);

        for (var i = 0; i < 3; i++)
        {
            rig.Time.Advance(Ten);
            await rig.PassAsync(plugin);
        }

        Assert.Equal(["0", "100", "100", "100", "100"], rig.Log.Messages);
    }

    [Fact]
    [Trait("abi-case", "113")]
    public async Task A_period_of_zero_in_a_tick_stops_the_timer()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            EveryTen, GuestModule.OnTick("(call $n (call $tick (i32.const 0)))")));
        for (var i = 0; i < 3; i++)
        {
            rig.Time.Advance(Ten);
            await rig.PassAsync(plugin);
        }

        Assert.Equal(["0", "0"], rig.Log.Messages);
    }

    [Fact]
    [Trait("abi-case", "113")]
    public async Task A_stream_sets_the_timer_of_its_root_anew()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Text(
            GuestModule.OnRequest(EveryTen) + GuestModule.OnTick("(call $n (local.get $root))")));
        await rig.PassAsync(plugin);
        rig.Time.Advance(TimeSpan.FromMilliseconds(9));
        await rig.PassAsync(plugin);
        rig.Time.Advance(TimeSpan.FromMilliseconds(9));
        await rig.PassAsync();
        Assert.Equal(["0", "0"], rig.Log.Messages);

        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["0", "0", "1"], [await rig.Log.NextAsync(), await rig.Log.NextAsync(), await rig.Log.NextAsync()]);
    }

    [Fact]
    public async Task A_module_without_the_callback_gets_no_ticks()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            EveryTen, GuestModule.OnRequest("(call $n (i32.const 5))")));
        rig.Time.Advance(TimeSpan.FromHours(1));
        await rig.PassAsync(plugin);

        Assert.Equal(["0", "5"], rig.Log.Messages);
    }

    [Fact]
    public async Task The_longest_period_is_accepted()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            "(call $n (call $tick (i32.const -1)))", GuestModule.OnTick("(call $n (i32.const 100))")));
        rig.Time.Advance(TimeSpan.FromDays(49));
        await rig.PassAsync(plugin);
        rig.Time.Advance(TimeSpan.FromDays(1));
        await rig.PassAsync(plugin);

        Assert.Equal(["0", "100"], rig.Log.Messages);
    }

    [Fact]
    public async Task Every_worker_ticks_for_itself()
    {
        await using var rig = new PluginRig(3);
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            EveryTen, GuestModule.OnTick("(call $n (i32.const 100))")));
        rig.Log.Clear();
        rig.Time.Advance(Ten);

        Assert.Equal(["100", "100", "100"], [await rig.Log.NextAsync(), await rig.Log.NextAsync(), await rig.Log.NextAsync()]);
    }

    [Fact]
    [Trait("abi-case", "157")]
    public async Task Ticks_stop_with_a_failure_and_begin_again_with_the_next_virtual_machine()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            EveryTen, GuestModule.OnTick("(call $n (i32.const 100)) unreachable")));
        rig.Time.Advance(Ten);
        Assert.Equal(["0", "100", "0"], [await rig.Log.NextAsync(), await rig.Log.NextAsync(), await rig.Log.NextAsync()]);

        await rig.PassAsync(plugin);
        rig.Time.Advance(Ten);
        Assert.Equal("100", await rig.Log.NextAsync());

        // The second failure in a row is followed by a pause, in which nothing ticks.
        await rig.PassAsync();
        rig.Time.Advance(TimeSpan.FromMilliseconds(400));
        await rig.PassAsync();
        Assert.Equal(["0", "100", "0", "100"], rig.Log.Messages);
    }

    [Fact]
    [Trait("abi-case", "26")]
    public async Task A_tick_can_read_the_configuration_of_the_virtual_machine_but_not_of_the_plugin()
    {
        await using var rig = new PluginRig();
        const string Buffer = """
            (func $read (param $type i32) (local $status i32)
              (local.set $status (call $buffer
                (local.get $type) (i32.const 0) (i32.const 100) (i32.const 0x10) (i32.const 0x14)))
              (call $n (local.get $status))
              (if (i32.eqz (local.get $status)) (then (call $slots))))
            """;
        const string ReadBoth = "(call $read (i32.const 7)) (call $read (i32.const 6))";
        await using var plugin = await rig.LoadAsync(
            GuestModule.Configure(ReadBoth + EveryTen, Buffer + GuestModule.OnTick(ReadBoth)),
            configuration: "plugin",
            vmConfiguration: "machine");
        rig.Time.Advance(Ten);
        await rig.PassAsync(plugin);

        Assert.Equal(["0", "plugin", "0", "machine", "0", "1", "0", "machine"], rig.Log.Messages);
    }
}
