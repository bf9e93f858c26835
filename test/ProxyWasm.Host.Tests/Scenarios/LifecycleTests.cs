using ProxyWasm.Host.Http;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>Start, order and end of callbacks (cases 22 to 38 of the ABI reference).</summary>
public sealed class LifecycleTests
{
    private static readonly string Narrator =
        Create("""(call $say_number @"create" (local.get $id)) (call $say_number @"below" (local.get $parent))""")
        + Start("vm_start", """(call $say_number @"start" (local.get $size))""")
        + Start("configure", """(call $say_number @"configure" (local.get $size))""")
        + Callback("request_headers", """(call $say @"request")""")
        + Callback("response_headers", """(call $say @"response")""")
        + Event("log", """(call $say @"log")""")
        + Done("""(call $say @"done")""")
        + Event("delete", """(call $say @"delete")""");

    [Fact]
    [Trait("abi-case", "22")]
    [Trait("abi-case", "144")]
    [Trait("abi-case", "147")]
    public async Task Case_022_A_plugin_is_created_started_and_configured_in_this_order()
    {
        await using var proxy = new TestProxy();

        await proxy.LoadAsync(Narrator, options => options with
        {
            VmConfiguration = "four"u8.ToArray(),
            Configuration = "sixsix"u8.ToArray(),
        });

        Assert.Equal(["create 1", "below 0", "start 4", "configure 6"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "23")]
    public async Task Case_023_Plugins_that_share_a_virtual_machine_are_roots_of_their_own()
    {
        await using var proxy = new TestProxy();
        var code = """
              (global $starts (mut i32) (i32.const 0))
            """ + Start("configure", """
                (global.set $starts (i32.add (global.get $starts) (i32.const 1)))
                (call $say_number @"root" (local.get $id))
                (call $say_number @"start number" (global.get $starts))
                """);

        await proxy.LoadAsync(code, name: "first");
        var first = proxy.TakeLines();
        await proxy.LoadAsync(code, options => options with { Configuration = "x"u8.ToArray() }, "second");
        var second = proxy.TakeLines();

        Assert.Equal(["root 1", "start number 1"], first);

        // The second is tried where nobody else lives, then joins the first.
        Assert.Equal(["root 1", "start number 1", "root 2", "start number 2"], second);
    }

    [Fact]
    [Trait("abi-case", "24")]
    public async Task Case_024_A_plugin_that_refuses_to_start_is_not_configured()
    {
        await using var proxy = new TestProxy();

        var refusal = await Assert.ThrowsAsync<PluginLoadException>(() => proxy.LoadAsync(
            Start("vm_start", "", result: 0) + Start("configure", """(call $say @"configure")""")));

        Assert.Equal("PW2004", refusal.Id);
        Assert.Contains("proxy_on_vm_start", refusal.Problem, StringComparison.Ordinal);
        Assert.Empty(proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "25")]
    public async Task Case_025_A_refused_configuration_does_not_keep_the_next_one_out()
    {
        await using var proxy = new TestProxy();
        const string Picky = """
              (func (export "proxy_on_configure") (param $id i32) (param $size i32) (result i32)
                (i32.eq (local.get $size) (i32.const 4)))
            """;

        await proxy.LoadAsync(Picky, options => options with { Configuration = "good"u8.ToArray() });
        var refusal = await Assert.ThrowsAsync<PluginLoadException>(
            () => proxy.LoadAsync(Picky, options => options with { Configuration = "bad"u8.ToArray() }));
        var third = await proxy.LoadAsync(Picky, options => options with { Configuration = "fine"u8.ToArray() });

        Assert.Equal("PW2004", refusal.Id);
        var stream = proxy.Open(proxy.Host.CreateHttpChain(third));
        await stream.ExchangeAsync();
        Assert.True(stream.Response.HeadersReleased);
        await stream.FinishAsync();
    }

    [Fact]
    public async Task A_plugin_that_refuses_only_inside_of_the_shared_machine_leaves_its_neighbour_alone()
    {
        // The first configuration of a machine is accepted: that of the trial, and not the one that follows it.
        const string Fickle = """
              (global $calls (mut i32) (i32.const 0))
              (func (export "proxy_on_configure") (param $id i32) (param $size i32) (result i32)
                (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
                (i32.eq (global.get $calls) (i32.const 1)))
            """;
        await using var proxy = new TestProxy();
        var neighbour = await proxy.LoadAsync(Fickle);

        await Assert.ThrowsAsync<PluginLoadException>(() => proxy.LoadAsync(Fickle, name: "second"));

        var stream = proxy.Open(proxy.Host.CreateHttpChain(neighbour));
        await stream.ExchangeAsync();
        Assert.Equal("200", stream.Stream.ResponseHeaders.Get(":status"));
        Assert.Equal(StreamTermination.None, stream.Termination);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "26")]
    public async Task Case_026_The_plugin_configuration_is_readable_while_configuring_that_of_the_machine_always()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Start("configure", """(call $say_body @"plugin" (i32.const 7))""")
            + Callback("request_headers", """
                (call $say_body @"plugin" (i32.const 7))
                (call $say_body @"machine" (i32.const 6))
                """),
            options => options with { Configuration = "abc"u8.ToArray(), VmConfiguration = "xyz"u8.ToArray() });

        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();

        Assert.Equal(["plugin 0 abc", "plugin 1", "machine 0 xyz"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "29")]
    public async Task Case_029_An_exchange_goes_from_create_to_delete_each_exactly_once()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Narrator);
        proxy.TakeLines();

        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();
        await stream.FinishAsync();

        Assert.Equal(["create 2", "below 1", "request", "response", "log", "done", "delete"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "30")]
    [Trait("abi-case", "85")]
    public async Task Case_030_A_stream_that_an_earlier_plugin_answered_is_only_logged()
    {
        await using var proxy = new TestProxy();
        var answering = await proxy.LoadAsync(
            Callback("request_headers", """
                (drop (call $respond (i32.const 403) @"" @"no" @"" (i32.const -1)))
                """),
            name: "answering");
        var later = await proxy.LoadAsync(Narrator);
        proxy.TakeLines();

        var stream = proxy.Open(proxy.Host.CreateHttpChain(answering, later));
        await stream.ExchangeAsync();
        await stream.FinishAsync();

        Assert.Equal("no", stream.Client);
        Assert.Equal(["create 2", "below 1", "log", "done", "delete"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "31")]
    public async Task Case_031_Without_a_response_the_log_finds_no_response_headers()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Event("log", """
            (call $say_result @"status" (call $get (i32.const 2) @":status" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"pairs" (call $get_pairs (i32.const 2) (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"path" (call $get (i32.const 0) @":path" (i32.const 0x10) (i32.const 0x14)))
            """));

        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        await stream.FinishAsync();

        Assert.Equal(["status 1", "pairs 0 ", "path 0 /a?b=c"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "34")]
    public async Task Case_034_A_stream_of_a_plugin_that_was_removed_is_answered_as_if_it_had_failed()
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(Narrator);
        var stream = proxy.Open(proxy.Host.CreateHttpChain(plugin));
        await stream.SendRequestAsync();
        proxy.TakeLines();

        await plugin.DisposeAsync();
        Assert.Equal(["done", "delete"], proxy.TakeLines());
        await stream.SendResponseAsync();

        Assert.Equal(
            (StreamTermination.ReplacedResponse, 503),
            (stream.Termination, stream.Stream.LocalResponse!.StatusCode));
        await stream.FinishAsync();
        Assert.Empty(proxy.TakeLines());
    }

    [Fact]
    public async Task A_stream_of_a_plugin_that_was_removed_does_not_reach_the_machine_it_shared()
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(Narrator, name: "first");
        var neighbour = await proxy.LoadAsync(Narrator, name: "second");
        var stream = proxy.Open(proxy.Host.CreateHttpChain(plugin));
        await stream.SendRequestAsync();
        await plugin.DisposeAsync();
        proxy.TakeLines();

        await stream.SendResponseAsync();
        await stream.FinishAsync();
        Assert.Empty(proxy.TakeLines());

        var other = proxy.Open(proxy.Host.CreateHttpChain(neighbour));
        await other.ExchangeAsync();
        await other.FinishAsync();
        Assert.Contains("response", proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "37")]
    public async Task Case_037_The_effective_context_lasts_until_the_call_returns()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", """
                (if (i32.eq (local.get $id) (i32.const 3))
                  (then
                    (call $say_number @"nobody" (call $effective (i32.const 999)))
                    (call $say_number @"other" (call $effective (i32.const 2)))
                    (call $say_result @"is" (call $get (i32.const 0) @"x-me" (i32.const 0x10) (i32.const 0x14)))))
                (call $say_result @"now" (call $get (i32.const 0) @"x-me" (i32.const 0x10) (i32.const 0x14)))
                """, "(i32.const 1)")
            + Callback("response_headers", "")
            + Event("log", """
                (call $say_result @"logged" (call $get (i32.const 0) @"x-me" (i32.const 0x10) (i32.const 0x14)))
                """));

        var first = proxy.Open(chain);
        await first.SendRequestAsync(true, ("x-me", "one"));
        var second = proxy.Open(chain);
        await second.SendRequestAsync(true, ("x-me", "two"));
        await second.FinishAsync();
        await first.FinishAsync();

        Assert.Equal(
            ["now 0 one", "nobody 2", "other 0", "is 0 one", "now 0 one", "logged 0 two", "logged 0 one"],
            proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "38")]
    public async Task Case_038_A_request_meets_plugins_first_to_last_a_response_last_to_first()
    {
        await using var proxy = new TestProxy();
        static string Named(string name) =>
            Callback("request_headers", $"""(call $say @"request {name}")""")
            + Callback("response_headers", $"""(call $say @"response {name}")""");
        var chain = proxy.Host.CreateHttpChain(
            await proxy.LoadAsync(Named("A"), name: "A"), await proxy.LoadAsync(Named("B"), name: "B"));

        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();
        await stream.FinishAsync();

        Assert.Equal(["request A", "request B", "response B", "response A"], proxy.TakeLines());
    }

    [Fact]
    public async Task A_stream_object_that_is_used_again_remembers_nothing()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Callback("request_headers", """
            (drop (call $add (i32.const 0) @"x-seen" @"yes"))
            """));

        for (var round = 0; round < 3; round++)
        {
            var stream = proxy.Open(chain);
            await stream.SendRequestAsync();
            Assert.Equal(5, stream.Stream.RequestHeaders.Count);
            Assert.Equal(StreamTermination.None, stream.Termination);
            Assert.False(stream.Response.HeadersReleased);
            await stream.FinishAsync();
        }
    }
}
