using System.Text;
using Plugins.Tests.Building;
using ProxyWasm.Testing;

namespace Plugins.Tests.LineProtocol;

/// <summary>line-protocol: commands are counted, and some end the connection.</summary>
public class LineProtocolTests
{
    /// <summary>What is tested: the module here, the same code under the JIT where a class derives from this.</summary>
    protected virtual TestPlugin Plugin => PluginModules.Module("LineProtocol");

    private const string Configuration =
        """{ "commands": ["GET", "SET", "DEL"], "withPayload": ["SET"], "denied": ["DEL"], "maxLineLength": 20 }""";

    [Fact]
    public async Task Commands_pass_line_by_line_and_are_counted()
    {
        await using var host = await StartAsync(Configuration);
        var connection = host.OpenConnection();
        connection.DownstreamData("GET a\r\nSET b 5\r\nhe");
        Assert.Equal("GET a\r\nSET b 5\r\nhe", Text(connection.ToUpstream));
        connection.DownstreamData("llo\r\nge");
        Assert.Equal("GET a\r\nSET b 5\r\nhe", Text(connection.ToUpstream));
        connection.DownstreamData("t c\n");

        Assert.Equal("GET a\r\nSET b 5\r\nhello\r\nget c\n", Text(connection.ToUpstream));
        Assert.Equal(2ul, host.Metric("line_protocol.command.get").Value);
        Assert.Equal(1ul, host.Metric("line_protocol.command.set").Value);
        connection.UpstreamData("OK\r\n");
        Assert.Equal("OK\r\n", Text(connection.ToClient));
    }

    [Theory]
    [InlineData("DEL a\n", "line_protocol.denied")]
    [InlineData("FLY\n", "line_protocol.denied")]
    [InlineData("\n", "line_protocol.malformed")]
    [InlineData("GET 1234567890123456789", "line_protocol.malformed")]
    public async Task What_is_not_allowed_ends_the_connection_and_never_arrives(string command, string metric)
    {
        await using var host = await StartAsync(Configuration);
        var connection = host.OpenConnection();
        connection.DownstreamData("GET a\n");
        connection.DownstreamData(command);

        Assert.True(connection.IsClosed);
        Assert.Equal("GET a\n", Text(connection.ToUpstream));
        Assert.Equal(1ul, host.Metric(metric).Value);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "commands": [] }""")]
    [InlineData("""{ "commands": ["GET"], "maxLineLength": 1 }""")]
    public async Task A_protocol_without_commands_is_refused(string configuration) =>
        await Assert.ThrowsAsync<ProxyWasm.Host.PluginLoadException>(() => StartAsync(configuration));

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private Task<TestHost> StartAsync(string configuration) => TestHost.StartAsync(
        Plugin with { Configuration = configuration }, null, TestContext.Current.CancellationToken);
}
