using System.Net;
using System.Net.Sockets;
using System.Text;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class RunShutdownTests
{
    [Fact]
    public async Task A_request_in_flight_finishes_after_ctrl_c()
    {
        using var server = await WildServer.StartAsync(
            "run", Repository.HelloPlugin, "--listen", "127.0.0.1:0");
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await SendAsync(
            stream, "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\nConnection: close\r\n\r\n");
        var buffer = new byte[1024];
        var count = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);

        await server.SignalAsync("INT");
        await server.WaitForErrorAsync("Stopping");
        await SendAsync(stream, "hello");
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        var result = await server.FinishAsync();

        Assert.StartsWith("HTTP/1.1 100", Encoding.Latin1.GetString(buffer, 0, count), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("\"body\": \"hello\"", answer, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    private static async Task SendAsync(NetworkStream stream, string text) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
}
