using ProxyWasm.Host.Http;
using ProxyWasm.Host.Tests.Tcp;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>Plugins that log streams and take no other part in them (case 153 of the ABI reference).</summary>
public sealed class AccessLogTests
{
    // What is read goes to the slots at 0x10 and 0x14.
    private static readonly string Logger =
        Create("""(call $say_number @"create" (local.get $id))""")
        + Callback("request_headers", """(call $say @"request")""")
        + Event("log", """
            (call $say_number @"log" (local.get $id))
            (call $say_result @"path" (call $get (i32.const 0) @":path" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"status" (call $get (i32.const 2) @":status" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"trailer" (call $get (i32.const 1) @"x" (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"method" (call $property @"request\00method" (i32.const 0x10) (i32.const 0x14)))
            (call $say_number @"write" (call $add (i32.const 2) @"x" @"y"))
            """)
        + Done("""(call $say @"done")""")
        + Event("delete", """(call $say @"delete")""");

    [Fact]
    [Trait("abi-case", "153")]
    public async Task Case_153_The_root_of_an_access_logger_logs_each_stream_and_reads_what_it_was()
    {
        await using var proxy = new TestProxy();
        var logger = await proxy.LoadAsync(Logger);
        var chain = proxy.Host.CreateHttpChain([], [logger]);
        Assert.Equal(["create 1"], proxy.TakeLines());

        for (var i = 0; i < 2; i++)
        {
            var stream = proxy.Open(chain);
            await stream.ExchangeAsync();
            await stream.FinishAsync();

            Assert.Equal(
                ["log 1", "path 0 /a?b=c", "status 0 200", "trailer 1", "method 0 GET", "write 2"], proxy.TakeLines());
        }

        await logger.DisposeAsync();
        Assert.Equal(["done", "delete"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "153")]
    public async Task Case_153_Without_a_response_the_log_finds_no_status()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(proxy.Host.CreateHttpChain([], [await proxy.LoadAsync(Logger)]));
        await stream.SendRequestAsync();
        await stream.FinishAsync();

        Assert.Contains("status 1", proxy.TakeLines());
    }

    [Fact]
    public async Task Access_loggers_come_after_the_plugins_of_the_chain_and_see_what_these_answered()
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(
            Callback("request_headers", """
                (drop (call $respond (i32.const 403) @"" @"no" (i32.const 0) (i32.const 0) (i32.const -1)))
                """)
            + Event("log", """(call $say @"filter")"""),
            name: "plugin");
        var logger = await proxy.LoadAsync(Logger, name: "logger");
        proxy.TakeLines();
        var stream = proxy.Open(proxy.Host.CreateHttpChain([plugin], [logger]));
        await stream.ExchangeAsync();
        await stream.FinishAsync();

        Assert.Equal(["filter", "log 1", "path 0 /a?b=c", "status 0 403"], proxy.TakeLines()[..4]);
    }

    [Fact]
    public async Task An_access_logger_that_panics_harms_no_stream_and_comes_back()
    {
        await using var proxy = new TestProxy();
        var logger = await proxy.LoadAsync(Event("log", """(call $say @"log") unreachable"""));
        var chain = proxy.Host.CreateHttpChain([], [logger]);
        for (var i = 0; i < 2; i++)
        {
            var stream = proxy.Open(chain);
            await stream.ExchangeAsync();
            Assert.Equal(StreamTermination.None, stream.Termination);
            await stream.FinishAsync();
            await proxy.SettleAsync();
            proxy.Time.Advance(TimeSpan.FromSeconds(30));
            await proxy.SettleAsync();
        }

        Assert.Equal(["log", "log"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "153")]
    public async Task Case_153_A_connection_is_logged_with_its_properties()
    {
        await using var proxy = new TestProxy();
        var logger = await proxy.LoadAsync(Event("log", """
            (call $say_result @"source" (call $property @"source\00address" (i32.const 0x10) (i32.const 0x14)))
            """));
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain([], [logger]));
        await connection.SendAsync("abc");
        await connection.FinishAsync();

        Assert.StartsWith("source 0 ", Assert.Single(proxy.TakeLines()), StringComparison.Ordinal);
    }
}
