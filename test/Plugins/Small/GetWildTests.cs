using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.Small;

/// <summary>get-wild: a wildcat for every GET.</summary>
public class GetWildTests
{
    /// <summary>What is tested: the module here, the same code under the JIT where a class derives from this.</summary>
    protected virtual TestPlugin Plugin => PluginModules.Module("GetWild");

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

    private Task<TestHost> StartAsync() =>
        TestHost.StartAsync(Plugin, null, TestContext.Current.CancellationToken);
}
