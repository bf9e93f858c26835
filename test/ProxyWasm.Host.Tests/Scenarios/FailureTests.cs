using ProxyWasm.Host.Http;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>Plugins that fail, and what they are kept from (cases 121 to 130 of the ABI reference).</summary>
public sealed class FailureTests
{
    private static readonly string Epilogue =
        Event("log", """(call $say @"log")""")
        + Done("""(call $say @"done")""")
        + Event("delete", """(call $say @"delete")""");

    // Fails when a request has the header x-crash.
    private static readonly string Fragile = Callback("request_headers", """
        (if (i32.eqz (call $get (i32.const 0) @"x-crash" (i32.const 0x10) (i32.const 0x14))) (then unreachable))
        """);

    public static TheoryData<string, string, StreamTermination> Callbacks => new()
    {
        {
            "proxy_on_context_create",
            Create("(if (local.get $parent) (then unreachable))"),
            StreamTermination.LocalResponse
        },
        { "proxy_on_request_headers", Callback("request_headers", "unreachable"), StreamTermination.LocalResponse },
        { "proxy_on_request_body", Callback("request_body", "unreachable"), StreamTermination.LocalResponse },
        { "proxy_on_request_trailers", Trailers("request", "unreachable"), StreamTermination.LocalResponse },
        {
            "proxy_on_response_headers",
            Callback("response_headers", "unreachable"),
            StreamTermination.ReplacedResponse
        },
        { "proxy_on_response_body", Callback("response_body", "unreachable"), StreamTermination.Reset },
        { "proxy_on_response_trailers", Trailers("response", "unreachable"), StreamTermination.Reset },
    };

    [Theory]
    [MemberData(nameof(Callbacks))]
    [Trait("abi-case", "121")]
    [Trait("abi-case", "123")]
    public async Task Case_121_A_panic_ends_the_stream_once_and_nothing_of_the_machine_is_called_again(
        string callback, string functions, StreamTermination expected)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(functions + Epilogue));
        await PassThroughAsync(stream);

        Assert.Equal(expected, stream.Termination);
        Assert.Equal("wasm_fail_stream", stream.Stream.ResponseDetails);
        if (expected != StreamTermination.Reset)
        {
            Assert.Equal(503, stream.Stream.LocalResponse!.StatusCode);
            await stream.SendLocalResponseAsync();
            Assert.Equal([":status: 503"], TestStream.Fields(stream.Stream.ResponseHeaders));
            Assert.True(stream.Response.EndReleased);
        }

        await stream.FinishAsync();
        Assert.Empty(proxy.TakeLines());
        var report = Assert.Single(proxy.TakeReports());
        Assert.Contains($"Plugin tested failed in {callback} (Unreachable)", report, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Callbacks))]
    [Trait("abi-case", "122")]
    public async Task Case_122_A_plugin_that_fails_open_is_as_if_it_were_absent(
        string callback, string functions, StreamTermination closed)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            functions + Epilogue, options => options with { FailurePolicy = FailurePolicy.FailOpen }));
        await PassThroughAsync(stream);

        Assert.NotEqual(StreamTermination.None, closed);
        Assert.Equal(StreamTermination.None, stream.Termination);
        Assert.Equal(("hello", "goodbye"), (stream.Upstream, stream.Client));
        Assert.True(stream.Request.TrailersReleased);
        Assert.True(stream.Response.TrailersReleased);
        await stream.FinishAsync();
        Assert.Empty(proxy.TakeLines());
        Assert.Contains(callback, Assert.Single(proxy.TakeReports()), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("abi-case", "121")]
    public async Task Case_121_A_panic_in_the_log_harms_neither_the_stream_nor_other_plugins()
    {
        await using var proxy = new TestProxy();
        var chain = proxy.Host.CreateHttpChain(
            await proxy.LoadAsync(
                Event("log", "unreachable") + Event("delete", """(call $say @"deleted")"""), name: "first"),
            await proxy.LoadAsync(Epilogue, name: "second"));
        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();
        Assert.Equal(StreamTermination.None, stream.Termination);
        await stream.FinishAsync();

        Assert.Equal(["log", "done", "delete"], proxy.TakeLines());
        Assert.Contains(
            "Plugin first failed in proxy_on_log", Assert.Single(proxy.TakeReports()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FailurePolicy.FailClosed)]
    [InlineData(FailurePolicy.FailOpen)]
    [InlineData(FailurePolicy.FailReload)]
    [Trait("abi-case", "122")]
    public async Task Case_122_Streams_work_again_when_the_machine_was_replaced_at_once_then_after_a_pause(
        FailurePolicy policy)
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Fragile, options => options with { FailurePolicy = policy });
        var failed = policy == FailurePolicy.FailOpen ? "200" : "503";

        Assert.Equal(failed, await StatusAsync(proxy, chain, crash: true));
        await proxy.SettleAsync();
        Assert.Equal("200", await StatusAsync(proxy, chain, crash: false));
        Assert.Equal(failed, await StatusAsync(proxy, chain, crash: true));
        await proxy.SettleAsync();

        // The second failure follows too soon: no machine until the pause is over.
        Assert.Equal(failed, await StatusAsync(proxy, chain, crash: false));
        Assert.Equal(2, proxy.TakeReports().Length);
        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await proxy.SettleAsync();
        Assert.Equal("200", await StatusAsync(proxy, chain, crash: false));
        Assert.Equal(failed, await StatusAsync(proxy, chain, crash: true));
    }

    [Fact]
    [Trait("abi-case", "124")]
    public async Task Case_124_Plugins_that_share_the_machine_fail_with_it_and_come_back_with_it()
    {
        await using var proxy = new TestProxy();
        var first = proxy.Host.CreateHttpChain(await proxy.LoadAsync(Fragile, name: "first"));
        var second = proxy.Host.CreateHttpChain(await proxy.LoadAsync(Fragile, name: "second"));
        var apart = await proxy.ChainAsync(Fragile, options => options with { VmId = "apart" });
        var running = proxy.Open(second);
        await running.SendRequestAsync();
        Assert.True(running.Request.HeadersReleased);

        Assert.Equal("503", await StatusAsync(proxy, first, crash: true));
        await running.SendResponseAsync();
        Assert.Equal(
            (StreamTermination.ReplacedResponse, 503),
            (running.Termination, running.Stream.LocalResponse!.StatusCode));
        await running.FinishAsync();
        Assert.Equal("200", await StatusAsync(proxy, apart, crash: false));
        await proxy.SettleAsync();
        Assert.Equal("200", await StatusAsync(proxy, second, crash: false));
        Assert.Equal("200", await StatusAsync(proxy, first, crash: false));
    }

    [Fact]
    [Trait("abi-case", "156")]
    public async Task A_failure_stays_on_its_worker()
    {
        await using var proxy = new TestProxy(workers: 2);
        var chain = await proxy.ChainAsync(Fragile);
        var here = await OpenOnAsync(proxy, chain, worker: 0);
        var there = await OpenOnAsync(proxy, chain, worker: 1);
        var later = await OpenOnAsync(proxy, chain, worker: 0);
        var laterThere = await OpenOnAsync(proxy, chain, worker: 1);
        await there.SendRequestAsync();

        await here.SendRequestAsync(true, ("x-crash", "1"));
        Assert.Equal(StreamTermination.LocalResponse, here.Termination);
        await there.SendResponseAsync();
        Assert.True(there.Response.EndReleased);
        await laterThere.ExchangeAsync();
        Assert.Equal("200", laterThere.Stream.ResponseHeaders.Get(":status"));

        await proxy.SettleAsync();
        await later.ExchangeAsync();
        Assert.Equal("200", later.Stream.ResponseHeaders.Get(":status"));
        foreach (var stream in new[] { here, there, later, laterThere })
        {
            await stream.FinishAsync();
        }
    }

    [Fact]
    [Trait("abi-case", "126")]
    public async Task Case_126_A_withheld_function_answers_and_a_withheld_callback_is_not_called()
    {
        await using var proxy = new TestProxy();
        const string Import = """
            (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
            """;
        var chain = await proxy.ChainAsync(
            Plugin(
                Start("vm_start", """(call $say @"started")""")
                + Callback("request_headers", """
                    (call $say_number @"add" (call $add (i32.const 0) @"x" @"y"))
                    (call $say_number @"write" (call $write (i32.const 1) (i32.const 0) (i32.const 0) (i32.const 0x10)))
                    """)
                + Callback("response_headers", """(call $say @"response")"""),
                imports: Import),
            options => options with
            {
                AllowedCapabilities = new HashSet<string> { "proxy_log", "proxy_on_request_headers" },
            });
        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();

        Assert.Equal(["add 10", "write 76"], proxy.TakeLines());
        Assert.Equal(
            [
                "Attempted call to restricted proxy-wasm capability: proxy_add_header_map_value",
                "Attempted call to restricted proxy-wasm capability: fd_write",
            ],
            proxy.TakeRemarks());
        Assert.Null(stream.Stream.RequestHeaders.Get("x"));
        Assert.Equal("200", stream.Stream.ResponseHeaders.Get(":status"));
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(3, false)]
    [Trait("abi-case", "130")]
    public async Task Case_130_A_command_may_end_itself_with_code_0_while_it_starts(int code, bool runs)
    {
        await using var proxy = new TestProxy();
        var text = Plugin(
            $"""(func (export "_start") (call $exit (i32.const {code})) unreachable)""",
            imports: """(import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))""");

        if (runs)
        {
            var stream = proxy.Open(await proxy.ChainAsync(text));
            await stream.ExchangeAsync();
            Assert.Equal("200", stream.Stream.ResponseHeaders.Get(":status"));
            await stream.FinishAsync();
            return;
        }

        var refusal = await Assert.ThrowsAsync<PluginLoadException>(() => proxy.LoadAsync(text));
        Assert.Contains("code 3", refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_grows_ends_at_its_limit()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync("(table $t 1 funcref)" + Callback("request_headers", """
            (loop $more
              (br_if $more (i32.ne (table.grow $t (ref.null func) (i32.const 65536)) (i32.const -1))))
            (call $say_number @"elements" (table.size $t))
            """));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();

        Assert.Equal([$"elements {(15 * 65536) + 1}"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    private static async Task<TestStream> OpenOnAsync(TestProxy proxy, HttpFilterChain chain, int worker)
    {
        var others = Enumerable.Range(0, proxy.Host.Workers.Count).Where(i => i != worker).ToArray();
        foreach (var other in others)
        {
            await proxy.Host.Workers[other].EnterAsync();
        }

        var stream = proxy.Open(chain);
        Assert.Equal(worker, stream.Stream.Worker.Index);
        foreach (var other in others)
        {
            proxy.Host.Workers[other].Exit();
        }

        return stream;
    }

    private static async Task<string?> StatusAsync(TestProxy proxy, HttpFilterChain chain, bool crash)
    {
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync(true, crash ? [("x-crash", "1")] : []);
        if (stream.Termination == StreamTermination.None)
        {
            await stream.SendResponseAsync();
        }
        else
        {
            await stream.SendLocalResponseAsync();
        }

        var status = stream.Stream.ResponseHeaders.Get(":status");
        await stream.FinishAsync();
        return status;
    }

    // Headers, body and trailers both ways, until a plugin ends it.
    private static async Task PassThroughAsync(TestStream stream)
    {
        Func<Task>[] steps =
        [
            () => stream.SendRequestAsync(end: false),
            () => stream.SendRequestBodyAsync("hello"),
            () => stream.SendRequestTrailersAsync(("x-t", "1")),
            () => stream.SendResponseAsync(end: false),
            () => stream.SendResponseBodyAsync("goodbye"),
            () => stream.SendResponseTrailersAsync(("x-t", "1")),
        ];
        foreach (var step in steps)
        {
            if (stream.Termination == StreamTermination.None)
            {
                await step();
            }
        }
    }
}
