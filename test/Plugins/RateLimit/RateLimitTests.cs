using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.RateLimit;

/// <summary>rate-limit: so many requests per client and time.</summary>
public class RateLimitTests
{
    /// <summary>What is tested: the module here, the same code under the JIT where a class derives from this.</summary>
    protected virtual TestPlugin Plugin => PluginModules.Module("RateLimit");

    [Fact]
    public async Task Who_asks_too_often_waits()
    {
        await using var host = await StartAsync("""{ "requests": 2, "seconds": 10, "header": "x-key" }""");

        Assert.Equal("1", Ask(host, "a"));
        Assert.Equal("0", Ask(host, "a"));
        Assert.Equal("429 after 5", Ask(host, "a"));
        Assert.Equal("1", Ask(host, "b"));
        host.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("0", Ask(host, "a"));
        Assert.Equal("429 after 5", Ask(host, "a"));
        Assert.Equal(4ul, host.Metric("rate_limit.allowed").Value);
        Assert.Equal(2ul, host.Metric("rate_limit.limited").Value);
        Assert.Equal(2, host.SharedData.Count);
    }

    [Fact]
    public async Task Without_a_header_clients_are_told_apart_by_their_address()
    {
        await using var host = await StartAsync("""{ "requests": 1, "seconds": 1, "burst": 3 }""");

        Assert.Equal(["2", "1", "0", "429 after 1"], Enumerable.Range(0, 4).Select(_ => Ask(host, "a")));
    }

    [Fact]
    public async Task What_others_wrote_into_shared_data_hurts_nobody()
    {
        await using var host = await StartAsync("""{ "requests": 2, "header": "x-key", "group": "g" }""");
        host.SharedData.Set("rate-limit/g/a", "nonsense"u8);

        Assert.Equal("1", Ask(host, "a"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "requests": 0 }""")]
    [InlineData("""{ "requests": 1, "seconds": 0 }""")]
    [InlineData("""{ "requests": 1, "burst": -1 }""")]
    [InlineData("""{ "requests": 1000001 }""")]
    public async Task Absurd_limits_are_refused(string configuration) =>
        await Assert.ThrowsAsync<ProxyWasm.Host.PluginLoadException>(() => StartAsync(configuration));

    private static string Ask(TestHost host, string key)
    {
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"), ("x-key", key));
        if (stream.LocalResponse is { } answer)
        {
            stream.Finish();
            return $"{answer.StatusCode} after {answer.Headers["retry-after"]}";
        }

        var remaining = stream.ResponseHeaders((":status", "200")).Headers["x-ratelimit-remaining"];
        stream.Finish();
        return remaining ?? "none";
    }

    private Task<TestHost> StartAsync(string configuration) => TestHost.StartAsync(
        Plugin with { Configuration = configuration }, null, TestContext.Current.CancellationToken);
}
