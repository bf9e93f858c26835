using ProxyWasm.Host;
using ProxyWasm.Interop.Tests.Building;
using ProxyWasm.Interop.Tests.Serving;

namespace ProxyWasm.Interop.Tests;

/// <summary>A plugin that misbehaves beside one that does its work, in one gateway.</summary>
public sealed class IsolationTests
{
    private const int BadRequests = 10;

    [Theory]
    [InlineData("endless-loop", "proxy_on_request_headers")]
    [InlineData("endless-loop-of-calls", "proxy_on_request_headers")]
    [InlineData("endless-recursion", "proxy_on_request_headers")]
    [InlineData("endless-recursion-through-table", "proxy_on_request_headers")]
    [InlineData("trap", "proxy_on_request_headers")]
    [InlineData("trap-memory", "proxy_on_request_headers")]
    [InlineData("trap-table", "proxy_on_request_headers")]
    [InlineData("memory-growth", "")]
    [InlineData("wild-pointers", "")]
    [InlineData("wild-pointers-calls", "")]
    [InlineData("wild-pointers-wasi", "")]
    public async Task Healthy_traffic_does_not_notice(string module, string failsIn)
    {
        await using var host = new PluginHost(new PluginHostOptions { Workers = 1 });
        var hostile = host.ConvertText(PluginBuild.ReadHostile(module));
        await using var gateway = await TestGateway.StartAsync(
            TestGateway.Plugin("healthy", await PluginBuild.ReadAsync("add-header")),
            TestGateway.Plugin("hostile", hostile));

        using var stop = new CancellationTokenSource();
        var healthy = SendHealthyAsync(gateway, stop.Token);
        var statuses = new List<int>();
        for (var i = 0; i < BadRequests; i++)
        {
            using var response = await gateway.SendAsync(i % 2 == 0 ? "1.1" : "2.0", plugin: 1);
            statuses.Add((int)response.StatusCode);
        }

        await stop.CancelAsync();
        var passed = await healthy;

        Assert.InRange(passed, 1, int.MaxValue);
        Assert.All(statuses, status => Assert.Equal(failsIn.Length == 0 ? 200 : 503, status));
        var failures = gateway.Log.Errors
            .Where(error => error.Contains(" failed in ", StringComparison.Ordinal))
            .ToArray();
        Assert.All(failures, failure =>
            Assert.StartsWith($"Plugin hostile failed in {failsIn} (", failure, StringComparison.Ordinal));

        // A module that fails says so first. While its machine waits for a restart nothing runs, and nothing is logged.
        var runs = gateway.Log.PluginMessages.Count(message => message == "hostile: before 0");
        Assert.InRange(failures.Length, failsIn.Length == 0 ? 0 : 1, BadRequests);
        Assert.Equal(runs, failures.Length);
    }

    // Number of requests, all of them right.
    private static async Task<int> SendHealthyAsync(TestGateway gateway, CancellationToken stop)
    {
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async lane =>
        {
            do
            {
                using var response = await gateway.SendAsync(
                    lane % 2 == 0 ? "1.1" : "2.0", "/", new StringContent("some body"));
                Assert.Equal(200, (int)response.StatusCode);
                Assert.Equal("world", Assert.Single(response.Headers.GetValues("hello")));
                Assert.Equal("some body", await response.Content.ReadAsStringAsync(CancellationToken.None));
                Interlocked.Increment(ref count);
            }
            while (!stop.IsCancellationRequested);
        }));
        return count;
    }
}
