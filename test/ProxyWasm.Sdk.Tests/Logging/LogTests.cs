using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Tests.Hosts;

namespace ProxyWasm.Sdk.Tests.Logging;

/// <summary>A message is put together only for a level that the host wants.</summary>
public sealed class LogTests
{
    [Fact]
    public void A_level_that_is_off_costs_no_memory_and_evaluates_no_hole()
    {
        var (allocated, evaluated) = (0L, 0);
        var host = Run(LogLevel.Warn, () =>
        {
            WriteAll(ref evaluated, 5);
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                WriteAll(ref evaluated, i);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });

        Assert.Equal((0, 0), (allocated, evaluated));
        Assert.Empty(host.Logs);
    }

    [Fact]
    public void A_message_has_its_holes_filled()
    {
        var host = Run(LogLevel.Trace, () =>
        {
            Log.Trace($"{"text"} {(string?)null} {-5} {5.5} {true} {"bytes"u8}");
            Log.Write(LogLevel.Critical, $"{long.MinValue} {ulong.MaxValue} {'\u00e9'}");
            Log.Error("plain");
        });

        Assert.Equal(
            ["Trace: text  -5 5.5 True bytes", "Critical: -9223372036854775808 18446744073709551615 \u00e9", "Error: plain"],
            host.Logs);
    }

    private static void WriteAll(ref int evaluated, int number)
    {
        Log.Trace($"{number} {Count(ref evaluated)}");
        Log.Debug($"{number} {Count(ref evaluated)}");
        Log.Info($"{number} {Count(ref evaluated)}");
        Log.Write(LogLevel.Info, $"{number} {Count(ref evaluated)}");
    }

    private static string Count(ref int evaluated) => $"hole {++evaluated}";

    private static FakeHost Run(LogLevel level, Action write)
    {
        var rig = new Rig(() => new ScriptedFilter
        {
            AtRequestHeaders = (_, _) =>
            {
                write();
                return FilterTask.Completed;
            },
        });
        rig.Host.LogLevel = level;
        rig.Host.Calls.EnsureCapacity(10_000);
        var stream = rig.Open();
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 1));
        return rig.Host;
    }
}
