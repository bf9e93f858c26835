using ProxyWasm.Host.Tests.Support;

namespace ProxyWasm.Host.Tests.SharedQueues;

public sealed class SharedQueueTests
{
    private const string Data = """
        (data (i32.const 0x100) "queue")
        (data (i32.const 0x108) "other")
        (data (i32.const 0x110) "a")
        (data (i32.const 0x120) "one")
        (data (i32.const 0x124) "two")
        """;

    private const string RegisterCode = """
        (drop (call $register (i32.const 0x100) (i32.const 5) (i32.const 0x40)))
        """;

    // Logs the root and takes out one item.
    private const string OnReady = """
        (func (export "proxy_on_queue_ready") (param $root i32) (param $token i32)
          (call $n (local.get $root))
          (call $n (i32.eq (local.get $token) (i32.load (i32.const 0x40))))
          (if (i32.eqz (call $dequeue (local.get $token) (i32.const 0x10) (i32.const 0x14))) (then (call $slots))))
        """;

    private const string EnqueueOne = """
        (drop (call $resolve (i32.const 0x110) (i32.const 1) (i32.const 0x100) (i32.const 5) (i32.const 0x44)))
        (call $n (call $enqueue (i32.load (i32.const 0x44)) (i32.const 0x120) (i32.const 3)))
        """;

    [Fact]
    [Trait("abi-case", "110")]
    public async Task A_queue_is_found_by_name_and_keeps_its_items()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            """
            (call $n (call $register (i32.const 0x100) (i32.const 5) (i32.const 0x40)))
            (call $n (i32.ge_u (i32.load (i32.const 0x40)) (i32.const 1)))
            (call $n (call $enqueue (i32.load (i32.const 0x40)) (i32.const 0x120) (i32.const 3)))
            (call $n (call $enqueue (i32.load (i32.const 0x40)) (i32.const 0x124) (i32.const 3)))
            (call $n (call $register (i32.const 0x100) (i32.const 5) (i32.const 0x44)))
            (call $n (i32.eq (i32.load (i32.const 0x40)) (i32.load (i32.const 0x44))))
            (call $n (call $resolve (i32.const 0) (i32.const 0) (i32.const 0x100) (i32.const 5) (i32.const 0x48)))
            (call $n (i32.eq (i32.load (i32.const 0x40)) (i32.load (i32.const 0x48))))
            (call $n (call $resolve (i32.const 0) (i32.const 0) (i32.const 0x108) (i32.const 5) (i32.const 0x48)))
            (call $n (call $resolve (i32.const 0x110) (i32.const 1) (i32.const 0x100) (i32.const 5) (i32.const 0x48)))
            (call $n (call $dequeue (i32.load (i32.const 0x40)) (i32.const 0x10) (i32.const 0x14))) (call $slots)
            (call $n (call $dequeue (i32.load (i32.const 0x40)) (i32.const 0x10) (i32.const 0x14))) (call $slots)
            (call $n (call $dequeue (i32.load (i32.const 0x40)) (i32.const 0x10) (i32.const 0x14)))
            (call $n (call $dequeue (i32.const 999) (i32.const 0x10) (i32.const 0x14)))
            (call $n (call $dequeue (i32.const 0) (i32.const 0x10) (i32.const 0x14)))
            (call $n (call $enqueue (i32.const 999) (i32.const 0x120) (i32.const 3)))
            """,
            Data);

        Assert.Equal(
            ["0", "1", "0", "0", "0", "1", "0", "1", "1", "1", "0", "one", "0", "two", "7", "1", "1", "1"], log);
    }

    [Fact]
    public async Task An_item_that_cannot_be_handed_over_stays_in_the_queue()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            RegisterCode + """
            (drop (call $enqueue (i32.load (i32.const 0x40)) (i32.const 0x120) (i32.const 3)))
            (call $n (call $enqueue (i32.load (i32.const 0x40)) (i32.const -2) (i32.const 3)))
            (call $n (call $dequeue (i32.load (i32.const 0x40)) (i32.const -2) (i32.const 0x14)))
            (call $n (call $dequeue (i32.load (i32.const 0x40)) (i32.const 0x10) (i32.const -2)))
            (call $n (call $dequeue (i32.load (i32.const 0x40)) (i32.const 0x10) (i32.const 0x14))) (call $slots)
            (call $n (call $register (i32.const -2) (i32.const 5) (i32.const 0x40)))
            (call $n (call $register (i32.const 0x100) (i32.const 5) (i32.const -2)))
            """,
            Data);

        Assert.Equal(["6", "6", "6", "0", "one", "6", "6"], log);
    }

    [Fact]
    [Trait("abi-case", "111")]
    public async Task Each_item_tells_the_registrant_once_even_when_it_enqueues_itself()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            RegisterCode + """
            (call $n (call $enqueue (i32.load (i32.const 0x40)) (i32.const 0x120) (i32.const 3)))
            (call $n (call $enqueue (i32.load (i32.const 0x40)) (i32.const 0x124) (i32.const 3)))
            """,
            Data + OnReady));
        await rig.PassAsync(plugin);
        await rig.PassAsync(plugin);

        Assert.Equal(["0", "0", "1", "1", "one", "1", "1", "two"], rig.Log.Messages);
    }

    [Fact]
    [Trait("abi-case", "111")]
    public async Task An_item_from_another_vm_id_reaches_the_latest_registrant()
    {
        await using var rig = new PluginRig();
        var consumer = GuestModule.Configure(RegisterCode, Data + OnReady);
        await using var first = await rig.LoadAsync(consumer, "first", "a", vmConfiguration: "1");
        await using var second = await rig.LoadAsync(consumer, "second", "a", vmConfiguration: "2");
        await using var producer = await rig.LoadAsync(
            GuestModule.Text(Data + GuestModule.OnRequest(EnqueueOne)), "producer", "b");
        await rig.PassAsync(producer);
        for (var i = 0; i < 4; i++)
        {
            await rig.Log.NextAsync();
        }

        Assert.Equal(["0", "1", "1", "one"], rig.Log.Messages);
        Assert.Equal(["producer", "second", "second", "second"], rig.Log.Records.Select(record => record.PluginName));
    }

    [Fact]
    [Trait("abi-case", "112")]
    public async Task A_queue_whose_registrant_is_gone_still_takes_items()
    {
        await using var rig = new PluginRig();
        await using var keeper = await rig.LoadAsync(GuestModule.Configure("", Data), "keeper", "a");
        var consumer = await rig.LoadAsync(
            GuestModule.Configure(RegisterCode, Data + OnReady), "consumer", "a", vmConfiguration: "1");
        await consumer.DisposeAsync();
        await using var producer = await rig.LoadAsync(
            GuestModule.Text(Data + GuestModule.OnRequest(EnqueueOne)), "producer", "b");
        await rig.PassAsync(producer);
        await rig.PassAsync(producer);
        Assert.Equal(["0", "0"], rig.Log.Messages);

        await keeper.DisposeAsync();
        await rig.PassAsync(producer);
        Assert.Equal(["0", "0", "1"], rig.Log.Messages);
    }

    [Theory]
    [InlineData(2, 1000, 2)]
    [InlineData(1000, 10, 3)]
    public async Task A_full_queue_drops_items_and_says_so_once(int items, int bytes, int expected)
    {
        using var hostLog = new ListLoggerFactory();
        await using var rig = new PluginRig(configure: options => options with { LoggerFactory = hostLog });
        var log = await rig.RunAsync(
            "(local $i i32) (local $sum i32)" + RegisterCode + """
            (loop $next
              (local.set $sum (i32.add (local.get $sum)
                (call $enqueue (i32.load (i32.const 0x40)) (i32.const 0x120) (i32.const 3))))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $next (i32.lt_u (local.get $i) (i32.const 50))))
            (call $n (local.get $sum))
            (local.set $i (i32.const 0))
            (loop $more
              (if (i32.eqz (call $dequeue (i32.load (i32.const 0x40)) (i32.const 0x10) (i32.const 0x14)))
                (then (local.set $i (i32.add (local.get $i) (i32.const 1))) (br $more))))
            (call $n (local.get $i))
            (call $n (call $enqueue (i32.load (i32.const 0x40)) (i32.const 0x120) (i32.const 3)))
            (call $n (call $dequeue (i32.load (i32.const 0x40)) (i32.const 0x10) (i32.const 0x14)))
            """,
            Data,
            new PluginLimits { QueueItems = items, QueueBytes = bytes });

        Assert.Equal(["0", $"{expected}", "0", "0"], log);
        Assert.Single(hostLog.Messages, message => message.Contains("is full and drops items", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Items_pass_between_virtual_machines_on_several_workers_without_loss()
    {
        const int Requests = 200;
        await using var rig = new PluginRig(4);
        await using var consumer = await rig.LoadAsync(
            GuestModule.Configure(
                RegisterCode,
                Data + """
                (func (export "proxy_on_queue_ready") (param $root i32) (param $token i32)
                  (call $n (call $dequeue (local.get $token) (i32.const 0x10) (i32.const 0x14))))
                """),
            "consumer",
            "a");
        var enqueue = EnqueueOne.Replace("call $n (call $enqueue", "drop (call $enqueue", StringComparison.Ordinal);
        await using var producer = await rig.LoadAsync(
            GuestModule.Text(Data + GuestModule.OnRequest(enqueue + enqueue)), "producer", "b");
        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (_, _) => await rig.PassAsync(producer));
        for (var i = 0; i < Requests * 2; i++)
        {
            Assert.Equal("0", await rig.Log.NextAsync());
        }

        Assert.Equal(Requests * 2, rig.Log.Messages.Count());
    }
}
