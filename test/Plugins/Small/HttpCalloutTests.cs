using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.Small;

/// <summary>http-callout: the answer of another service, or that there is none.</summary>
public class HttpCalloutTests
{
    /// <summary>What is tested: the module here, the same code under the JIT where a class derives from this.</summary>
    protected virtual TestPlugin Plugin => PluginModules.Module("HttpCallout");

    private const string Configuration =
        """{ "cluster": "uuid", "path": "/new?a=b", "host": "uuid.example", "timeoutMilliseconds": 500 }""";

    [Fact]
    public async Task The_answer_of_the_service_is_the_answer()
    {
        await using var host = await StartAsync(Configuration);
        host.Upstreams.Add("uuid");
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"));
        var call = Assert.Single(host.Upstreams.Calls);
        Assert.Equal("/new?a=b", call.Path);
        Assert.Equal("uuid.example", call.Headers[":authority"]);
        Assert.Equal(TimeSpan.FromMilliseconds(500), call.Timeout);
        Assert.True(stream.Request.IsPaused);

        call.Reply(201, "0123-4567", ("content-type", "text/uuid"), ("x-secret", "1"));

        Assert.Equal(201, stream.LocalResponse?.StatusCode);
        Assert.Equal("0123-4567", stream.LocalResponse!.Text);
        Assert.Equal("text/uuid", stream.LocalResponse.Headers["content-type"]);
        Assert.Null(stream.LocalResponse.Headers["x-secret"]);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_502()
    {
        await using var host = await StartAsync(Configuration);
        host.Upstreams.Add("uuid").IsAvailable = false;
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"));

        Assert.Contains(stream.LocalResponse!.StatusCode, new[] { 502, 503 });
    }

    [Fact]
    public async Task A_cluster_that_nobody_knows_is_502()
    {
        await using var host = await StartAsync("""{ "cluster": "nowhere" }""");
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"));

        Assert.Equal(502, stream.LocalResponse?.StatusCode);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_504()
    {
        await using var host = await StartAsync(Configuration);
        host.Upstreams.Add("uuid");
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"));
        host.Advance(TimeSpan.FromMilliseconds(499));
        Assert.Null(stream.LocalResponse);

        host.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(504, stream.LocalResponse?.StatusCode);
    }

    [Fact]
    public async Task A_client_that_went_away_is_no_problem()
    {
        await using var host = await StartAsync(Configuration);
        host.Upstreams.Add("uuid");
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"));
        stream.Finish();

        host.Upstreams.Calls[0].Reply(200, "late");

        Assert.True(host.IsRunning);
        Assert.Empty(host.Logs);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{ "cluster": 1 }""")]
    public async Task Without_a_cluster_it_does_not_start(string configuration) =>
        await Assert.ThrowsAsync<ProxyWasm.Host.PluginLoadException>(() => StartAsync(configuration));

    private Task<TestHost> StartAsync(string configuration) => TestHost.StartAsync(
        Plugin with { Configuration = configuration }, null, TestContext.Current.CancellationToken);
}
