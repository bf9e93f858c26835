using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.Small;

/// <summary>request-metrics: counters and times per route and class of status.</summary>
public class RequestMetricsTests
{
    /// <summary>What is tested: the module here, the same code under the JIT where a class derives from this.</summary>
    protected virtual TestPlugin Plugin => PluginModules.Module("RequestMetrics");

    [Fact]
    public async Task Requests_are_counted_with_their_time()
    {
        await using var host = await TestHost.StartAsync(
            Plugin, null, TestContext.Current.CancellationToken);
        Send(host, "200", 20);
        Send(host, "204", 40);
        Send(host, "503", 0);
        Send(host, null, 0);

        Assert.Equal(2ul, host.Metric("http.requests.unnamed.2xx").Value);
        Assert.Equal(1ul, host.Metric("http.requests.unnamed.5xx").Value);
        Assert.Equal(1ul, host.Metric("http.requests.unnamed.none").Value);
        Assert.Equal(4, host.Metric("http.milliseconds.unnamed").Count);
    }

    private static void Send(TestHost host, string? status, int milliseconds)
    {
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"));
        host.Advance(TimeSpan.FromMilliseconds(milliseconds));
        if (status is not null)
        {
            stream.ResponseHeaders((":status", status));
        }

        stream.Finish();
    }
}
