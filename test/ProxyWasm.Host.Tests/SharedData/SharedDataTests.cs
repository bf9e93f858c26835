using ProxyWasm.Host.Tests.Support;

namespace ProxyWasm.Host.Tests.SharedData;

public sealed class SharedDataTests
{
    private const string Data = """
        (data (i32.const 0x100) "key")
        (data (i32.const 0x108) "gone")
        (data (i32.const 0x110) "1")
        (data (i32.const 0x111) "2")
        (data (i32.const 0x112) "3")
        """;

    // 0 and the value, or the status alone.
    private const string Read = """
        (func $read (local $status i32)
          (local.set $status
            (call $get (i32.const 0x100) (i32.const 3) (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
          (call $n (local.get $status))
          (if (i32.eqz (local.get $status)) (then (call $slots))))
        """;

    private const string WriteOne =
        "(call $n (call $set (i32.const 0x100) (i32.const 3) (i32.const 0x110) (i32.const 1) (i32.const 0)))";

    [Fact]
    [Trait("abi-case", "107")]
    public async Task A_write_with_a_stale_version_is_refused()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            """
            (local $first i32)
            (call $read)
            (call $n (call $set (i32.const 0x100) (i32.const 3) (i32.const 0x110) (i32.const 1) (i32.const 0)))
            (call $read)
            (local.set $first (i32.load (i32.const 0x18)))
            (call $n (call $set (i32.const 0x100) (i32.const 3) (i32.const 0x111) (i32.const 1) (local.get $first)))
            (call $n (call $set (i32.const 0x100) (i32.const 3) (i32.const 0x112) (i32.const 1) (local.get $first)))
            (call $read)
            (call $n (i32.gt_u (i32.load (i32.const 0x18)) (local.get $first)))
            (call $n (call $set (i32.const 0x100) (i32.const 3) (i32.const 0x112) (i32.const 1) (i32.const 0)))
            (call $read)
            (call $n (call $set (i32.const 0x108) (i32.const 4) (i32.const 0x110) (i32.const 1) (i32.const 77)))
            """,
            Data + Read);

        Assert.Equal(["1", "0", "0", "1", "0", "8", "0", "2", "1", "0", "0", "3", "0"], log);
    }

    [Fact]
    [Trait("abi-case", "145")]
    public async Task An_empty_value_is_a_value()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            """
            (i32.store (i32.const 0x10) (i32.const -1))
            (i32.store (i32.const 0x14) (i32.const -1))
            (call $n (call $set (i32.const 0x100) (i32.const 3) (i32.const 0) (i32.const 0) (i32.const 0)))
            (call $n (call $get (i32.const 0x100) (i32.const 3) (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
            (call $n (i32.load (i32.const 0x10)))
            (call $n (i32.load (i32.const 0x14)))
            (call $n (i32.ne (i32.load (i32.const 0x18)) (i32.const 0)))
            """,
            Data);

        Assert.Equal(["0", "0", "0", "0", "1"], log);
    }

    [Fact]
    public async Task Pointers_outside_of_memory_change_nothing()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            """
            (call $n (call $set (i32.const -2) (i32.const 3) (i32.const 0x110) (i32.const 1) (i32.const 0)))
            (call $n (call $set (i32.const 0x100) (i32.const 3) (i32.const 0x110) (i32.const -1) (i32.const 0)))
            (call $read)
            (call $n (call $set (i32.const 0x100) (i32.const 3) (i32.const 0x110) (i32.const 1) (i32.const 0)))
            (call $n (call $get (i32.const 0x100) (i32.const 3) (i32.const -2) (i32.const 0x14) (i32.const 0x18)))
            (call $n (call $get (i32.const 0x100) (i32.const 3) (i32.const 0x10) (i32.const -2) (i32.const 0x18)))
            (call $n (call $get (i32.const 0x100) (i32.const 3) (i32.const 0x10) (i32.const 0x14) (i32.const -2)))
            (call $n (call $get (i32.const 0x3ffffe) (i32.const 3) (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
            """,
            Data + Read);

        Assert.Equal(["6", "6", "1", "0", "6", "6", "6", "6"], log);
    }

    [Fact]
    [Trait("abi-case", "108")]
    public async Task Data_is_shared_by_vm_id_and_by_nothing_else()
    {
        await using var rig = new PluginRig();
        await using var writer = await rig.LoadAsync(GuestModule.Configure(WriteOne, Data), "writer", "a");
        var reader = GuestModule.Configure("(call $read)", Data + Read);
        await using var same = await rig.LoadAsync(reader, "same", "a");
        await using var other = await rig.LoadAsync(reader, "other", "b");

        Assert.Equal(["0", "0", "1", "1"], rig.Log.Messages);
    }

    [Fact]
    [Trait("abi-case", "108")]
    public async Task Data_goes_with_the_last_plugin_of_its_vm_id()
    {
        await using var rig = new PluginRig();
        var writer = await rig.LoadAsync(GuestModule.Configure(WriteOne, Data), "writer", "a");
        var reader = GuestModule.Configure("(call $read)", Data + Read);
        var keeper = await rig.LoadAsync(reader, "keeper", "a");
        await writer.DisposeAsync();
        var second = await rig.LoadAsync(reader, "second", "a");
        await keeper.DisposeAsync();
        await second.DisposeAsync();
        rig.Log.Clear();
        await using var third = await rig.LoadAsync(reader, "third", "a");

        Assert.Equal(["1"], rig.Log.Messages);
    }

    [Fact]
    public async Task Data_outlives_the_replacement_of_a_failed_virtual_machine()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            "(call $read)", Data + Read + GuestModule.OnRequest(WriteOne + "unreachable")));
        await rig.PassAsync(plugin);
        await rig.PassAsync();

        Assert.Equal("1", await rig.Log.NextAsync());
        Assert.Equal("0", await rig.Log.NextAsync());
        Assert.Equal(["0", "1"], [await rig.Log.NextAsync(), await rig.Log.NextAsync()]);
    }

    [Fact]
    public async Task A_full_store_drops_what_was_used_least_recently()
    {
        await using var rig = new PluginRig();

        // Entries of 1024 + 2 + 160 bytes: four fit. The keys are 00, 01, …; 00 is read now and then.
        var log = await rig.RunAsync(
            """
            (local $i i32)
            (loop $next
              (i32.store8 (i32.const 0x101) (local.get $i))
              (drop (call $set (i32.const 0x100) (i32.const 2) (i32.const 0x2000) (i32.const 1024) (i32.const 0)))
              (drop (call $find (i32.const 0)))
              (local.set $i (i32.add (local.get $i) (i32.const 1)))
              (br_if $next (i32.lt_u (local.get $i) (i32.const 8))))
            (call $n (call $find (i32.const 0)))
            (call $n (call $find (i32.const 4)))
            (call $n (call $find (i32.const 5)))
            (call $n (call $find (i32.const 6)))
            (call $n (call $find (i32.const 7)))
            (i32.store8 (i32.const 0x101) (i32.const 7))
            (call $n (call $set (i32.const 0x100) (i32.const 2) (i32.const 0x2000) (i32.const 5000) (i32.const 0)))
            (call $n (call $find (i32.const 7)))
            (call $n (call $find (i32.const 6)))
            """,
            """
            (func $find (param $key i32) (result i32)
              (i32.store8 (i32.const 0x101) (local.get $key))
              (call $get (i32.const 0x100) (i32.const 2) (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
            """,
            new PluginLimits { SharedDataBytes = 4 * 1200 });

        Assert.Equal(["0", "1", "0", "0", "0", "0", "1", "0"], log);
    }

    [Fact]
    [Trait("abi-case", "109")]
    public async Task Increments_with_versions_from_several_workers_are_exact()
    {
        const int Workers = 4;
        const int Requests = 200;
        await using var rig = new PluginRig(Workers);
        await using var plugin = await rig.LoadAsync(GuestModule.Text(Increment));
        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (_, _) => await rig.PassAsync(plugin));
        await using var reader = await rig.LoadAsync(
            GuestModule.Configure(
                """
                (drop (call $get (i32.const 0x100) (i32.const 3) (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
                (call $n (i32.load (i32.load (i32.const 0x10))))
                """,
                Data),
            "reader");

        Assert.Equal($"{Requests * 50}", rig.Log.Messages.Last());
    }

    // 50 increments of a number by read and compare-and-swap, each tried until it succeeds.
    private static string Increment => Data + GuestModule.OnRequest(
        """
        (local $left i32) (local $status i32)
        (local.set $left (i32.const 50))
        (loop $again
          (i32.store (i32.const 0x18) (i32.const 0))
          (i32.store (i32.const 0x200) (i32.const 0))
          (if (i32.eqz (call $get (i32.const 0x100) (i32.const 3) (i32.const 0x10) (i32.const 0x14) (i32.const 0x18)))
            (then (i32.store (i32.const 0x200) (i32.load (i32.load (i32.const 0x10)))))
            (else (i32.store (i32.const 0x18) (i32.const -1))))
          (i32.store (i32.const 0x200) (i32.add (i32.load (i32.const 0x200)) (i32.const 1)))
          (local.set $status (call $set
            (i32.const 0x100) (i32.const 3) (i32.const 0x200) (i32.const 4) (i32.load (i32.const 0x18))))
          (br_if $again (i32.eq (local.get $status) (i32.const 8)))
          (local.set $left (i32.sub (local.get $left) (i32.const 1)))
          (br_if $again (local.get $left)))
        """);
}
