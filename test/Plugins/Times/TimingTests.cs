using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.Times;

/// <summary>What the base library offers to wait goes by the clock of the host.</summary>
public class TimingTests
{
    /// <summary>What is tested: the module here, the same code under the JIT where a class derives from this.</summary>
    protected virtual TestPlugin Plugin => PluginModules.Module("Timing");

    [Theory]
    [InlineData("/delay", 50, "delay after 50")]
    [InlineData("/span", 50, "span after 50")]
    [InlineData("/parallel", 50, "parallel after 50")]
    [InlineData("/limit", 50, "too late after 50")]
    [InlineData("/in-time", 20, "in time after 20")]
    [InlineData("/result", 20, "result after 20")]
    [InlineData("/deadline", 50, "cancelled after 50")]
    public async Task A_filter_waits_by_the_clock_of_the_host(string path, int milliseconds, string expected)
    {
        await using var host = await TestHost.StartAsync(Plugin, null, TestContext.Current.CancellationToken);
        var stream = host.OpenStream();

        var request = stream.RequestHeaders((":path", path));
        Assert.True(request.Logs.Count == 0, string.Join('\n', request.Logs.Select(log => log.Message)));
        Assert.Equal(StepAction.Pause, request.Action);
        host.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.False(stream.Request.HasHeaders);
        host.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(expected, stream.Request.Headers["x-result"]);
        Assert.Equal(TimeSpan.Zero, host.TickPeriod);
    }

    [Fact]
    public async Task Streams_that_wait_at_once_go_on_in_their_own_time()
    {
        await using var host = await TestHost.StartAsync(Plugin, null, TestContext.Current.CancellationToken);
        var late = host.OpenStream();
        var early = host.OpenStream();
        var ended = host.OpenStream();
        late.RequestHeaders((":path", "/delay"));
        host.Advance(TimeSpan.FromMilliseconds(10));
        early.RequestHeaders((":path", "/in-time"));
        ended.RequestHeaders((":path", "/span"));
        ended.Finish();

        host.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal("in time after 20", early.Request.Headers["x-result"]);
        Assert.False(late.Request.HasHeaders);
        host.Advance(TimeSpan.FromMilliseconds(20));

        Assert.Equal("delay after 50", late.Request.Headers["x-result"]);
        Assert.DoesNotContain(host.Logs, log => log.Level >= ProxyWasm.Abi.LogLevel.Warn);
    }
}
