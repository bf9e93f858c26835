using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.Small;

/// <summary>hello: a header for every response.</summary>
public sealed class HelloTests
{
    [Theory]
    [InlineData("", "world")]
    [InlineData("{}", "world")]
    [InlineData("""{ "text": "wildgate" }""", "wildgate")]
    public async Task The_response_has_the_header(string configuration, string expected)
    {
        await using var host = await TestHost.StartAsync(
            new TestPlugin(PluginModules.PathOf("Hello")) { Configuration = configuration }, null, TestContext.Current.CancellationToken);
        var stream = host.OpenStream();
        stream.RequestHeaders((":method", "GET"), (":path", "/"), (":authority", "a"));

        var step = stream.ResponseHeaders((":status", "200"), ("hello", "from the upstream"));

        Assert.Equal(expected, step.Headers["hello"]);
    }
}
