using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.Small;

/// <summary>get-wild: a wildcat for every GET.</summary>
public sealed class GetWildTests
{
    [Fact]
    public async Task A_GET_gets_the_wildcat()
    {
        await using var host = await StartAsync();
        var answer = host.OpenStream().RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a")).LocalResponse;

        Assert.Equal(418, answer?.StatusCode);
        Assert.Equal("wildgate", answer!.Headers["powered-by"]);
        Assert.Contains(@"/\_______/\", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("HEAD")]
    [InlineData("get")]
    [InlineData("GETS")]
    public async Task Other_methods_pass(string method)
    {
        await using var host = await StartAsync();
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", method), (":path", "/"), (":authority", "a"));

        Assert.True(stream.Request.HasHeaders);
        Assert.Null(stream.LocalResponse);
    }

    private static Task<TestHost> StartAsync() =>
        TestHost.StartAsync(new TestPlugin(PluginModules.PathOf("GetWild")), null, TestContext.Current.CancellationToken);
}
