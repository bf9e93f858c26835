using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.Small;

/// <summary>hello: a header for every response.</summary>
public class HelloTests
{
    /// <summary>What is tested: the module here, the same code under the JIT where a class derives from this.</summary>
    protected virtual TestPlugin Plugin => PluginModules.Module("Hello");

    [Theory]
    [InlineData("", "world")]
    [InlineData("{}", "world")]
    [InlineData("""{ "text": "wildgate" }""", "wildgate")]
    public async Task The_response_has_the_header(string configuration, string expected)
    {
        await using var host = await TestHost.StartAsync(
            Plugin with { Configuration = configuration }, null, TestContext.Current.CancellationToken);
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"));

        var step = stream.ResponseHeaders((":status", "200"), ("hello", "from the upstream"));

        Assert.Equal(expected, step.Headers["hello"]);
    }
}
