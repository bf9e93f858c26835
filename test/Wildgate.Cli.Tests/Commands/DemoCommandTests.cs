using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class DemoCommandTests
{
    private const string Teapot = "The gate is a teapot. Come in!";

    [Fact]
    public async Task The_check_makes_every_request_itself()
    {
        var result = await WildProcess.RunAsync("demo", "--check", "--listen", "127.0.0.1:0");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            ok    HTTP/1.1 GET /      200, hello: world
            ok    HTTP/1.1 GET /wild  418, content-type: text/plain; charset=utf-8
            ok    HTTP/2.0 GET /      200, hello: world
            ok    HTTP/2.0 GET /wild  418, content-type: text/plain; charset=utf-8

            """,
            result.Output);
    }

    [Fact]
    public async Task The_requests_to_try_are_printed_and_ctrl_c_ends_with_zero()
    {
        using var server = await WildServer.StartAsync("demo", "--listen", "127.0.0.1:0");
        var result = await server.StopAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            $"""
            Listening on {server.Address.GetLeftPart(UriPartial.Authority)} -> hello -> the built-in echo

            Try:
              curl -i {server.Address}                          # headers that the plugin added, both ways
              curl -i {server.Address}wild                      # answered by the plugin itself
              curl -i --http2-prior-knowledge {server.Address}  # the same over HTTP/2

            """,
            result.Output);
        Assert.Equal(
            "Press Ctrl-C to stop.\nStopping: requests in flight may finish. Ctrl-C again stops at once.\n",
            result.Error);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task The_plugin_changes_requests_and_responses(string version)
    {
        using var server = await WildServer.StartAsync("demo", "--listen", "127.0.0.1:0");
        using var client = server.CreateClient(Version.Parse(version));

        using var echoed = await client.PostAsync(
            "/a?b=%20", new StringContent("text"), TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(
            await echoed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var local = await client.GetAsync("/wild?x", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, echoed.StatusCode);
        Assert.Equal(
            ("world", "wildgate"),
            (echoed.Headers.GetValues("hello").Single(), echoed.Headers.GetValues("powered-by").Single()));
        var request = json.RootElement;
        Assert.Equal(
            ("POST", "/a?b=%20", "text"),
            (request.GetProperty("method").GetString(), request.GetProperty("path").GetString(),
                request.GetProperty("body").GetString()));
        Assert.Equal("hello", request.GetProperty("headers").GetProperty("x-wild-request").GetString());
        Assert.Equal(418, (int)local.StatusCode);
        Assert.Contains(
            Teapot,
            await local.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_in_flight_finishes_after_ctrl_c()
    {
        using var server = await WildServer.StartAsync("demo", "--listen", "127.0.0.1:0");
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

    [Fact]
    public async Task Quiet_leaves_only_results()
    {
        using var server = await WildServer.StartAsync("demo", "-q", "--listen", "127.0.0.1:0");
        var result = await server.StopAsync();

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Contains("curl -i", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_an_error_of_the_demo()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var result = await WildProcess.RunAsync("demo", "--listen", other.LocalEndpoint.ToString() ?? "");

        Assert.Equal((1, string.Empty), (result.ExitCode, result.Output));
        Assert.Equal(
            $"Error: cannot listen on {other.LocalEndpoint}: another program listens there [WG2001]\n"
            + "Hint: Stop that program or choose another port\n",
            result.Error);
    }

    private static async Task SendAsync(NetworkStream stream, string text) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
}
