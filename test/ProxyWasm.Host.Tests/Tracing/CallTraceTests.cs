using Microsoft.Extensions.Logging;
using ProxyWasm.Host.Tests.Scenarios;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Tracing;

/// <summary>The calls between host and guest in the log (case 132 of the ABI reference).</summary>
public sealed class CallTraceTests
{
    private static readonly string Plugin =
        Callback("request_headers", """
            (drop (call $get (i32.const 0) @":path" (i32.const 0x10) (i32.const 0x14)))
            (call $say @"hello")
            """)
        + Event("log", "");

    [Fact]
    [Trait("abi-case", "132")]
    public async Task Case_132_Each_call_is_in_the_trace_log_with_its_arguments_and_its_result()
    {
        await using var proxy = new TestProxy { Reported = LogLevel.Trace };
        var chain = await proxy.ChainAsync(Plugin);
        proxy.TakeReports();
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        await stream.FinishAsync();

        Assert.Equal(
            [
                "[host->vm] proxy_on_request_headers(2, 4, 1)",
                "[vm->host] env.proxy_get_header_map_value(0, 1024, 5, 16, 20)",
                "[host->vm] malloc(6)",
                "[host<-vm] malloc return: 65536",
                "[vm<-host] env.proxy_get_header_map_value return: 0",
                "[vm->host] env.proxy_log(2, 1029, 5)",
                "[vm<-host] env.proxy_log return: 0",
                "[host<-vm] proxy_on_request_headers return: 0",
                "[host->vm] proxy_on_log(2)",
                "[host<-vm] proxy_on_log return: void",
            ],
            proxy.TakeReports());
    }

    [Fact]
    public async Task Nothing_of_the_calls_is_logged_below_the_level_trace()
    {
        await using var proxy = new TestProxy { Reported = LogLevel.Debug };
        var stream = proxy.Open(await proxy.ChainAsync(Plugin));
        await stream.SendRequestAsync();
        await stream.FinishAsync();

        Assert.DoesNotContain(proxy.TakeReports(), static line => line.Contains("vm]", StringComparison.Ordinal));
    }
}
