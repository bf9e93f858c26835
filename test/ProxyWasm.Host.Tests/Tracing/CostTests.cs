using ProxyWasm.Host.Http;
using ProxyWasm.Host.Tests.Scenarios;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Tracing;

/// <summary>What observing plugins costs while nobody observes: nothing. Runs alone, since listeners are global.</summary>
[Collection(nameof(CostTests))]
[CollectionDefinition(nameof(CostTests), DisableParallelization = true)]
public sealed class CostTests
{
    private const int Streams = 2000;

    [Fact]
    public async Task Callbacks_and_host_functions_allocate_nothing_while_nobody_listens()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", """
                (drop (call $get (i32.const 0) @":path" (i32.const 0x10) (i32.const 0x14)))
                (drop (call $replace (i32.const 0) @"x-a" @"b"))
                (global.set $next_block (i32.const 0x10000))
                """)
            + Callback("response_headers", "")
            + Event("log", "")
            + Done("")
            + Event("delete", ""));
        var info = new TestStreamInfo();
        Pass(chain, info, Streams);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Pass(chain, info, Streams);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Less than a byte for each stream: what is left is the measuring itself.
        Assert.InRange(allocated, 0, Streams - 1);
    }

    private static void Pass(HttpFilterChain chain, HttpStreamInfo info, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var stream = chain.Open(info);
            stream.RequestHeaders.Load(":method", "GET");
            stream.RequestHeaders.Load(":path", "/");
            Complete(stream.Request.SendHeadersAsync(endOfStream: true));
            stream.ResponseHeaders.Load(":status", "200");
            Complete(stream.Response.SendHeadersAsync(endOfStream: true));
            Complete(stream.FinishAsync());
        }
    }

    // Nobody else is in the worker, so nothing is waited for.
    private static void Complete(ValueTask step)
    {
        Assert.True(step.IsCompleted);
        step.GetAwaiter().GetResult();
    }
}
