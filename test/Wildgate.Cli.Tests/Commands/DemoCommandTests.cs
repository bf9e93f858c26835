using System.Net;
using System.Net.Sockets;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_check_makes_every_request_itself()
    {
        var result = await WildProcess.RunAsync("demo", "--check", "--listen", "127.0.0.1:0");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(
            """
            ok    HTTP/1.1 GET /   418, powered-by: wildgate
            ok    HTTP/1.1 POST /  200, hello: world
            ok    HTTP/2.0 GET /   418, powered-by: wildgate
            ok    HTTP/2.0 POST /  200, hello: world

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
            Listening on {server.Address.GetLeftPart(UriPartial.Authority)} -> hello -> get-wild -> http-callout -> a service with UUIDs

            Try:
              curl -i {server.Address}                          # get-wild answers every GET
              curl -i -X POST {server.Address}                  # http-callout asks the service
              curl -i --http2-prior-knowledge {server.Address}  # the same over HTTP/2

            Every response has the header that hello adds.

            """,
            result.Output);
        Assert.Equal(
            "Press Ctrl-C to stop.\nStopping: requests in flight may finish. Ctrl-C again stops at once.\n",
            result.Error);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Each_plugin_has_its_part_in_the_answers(string version)
    {
        using var server = await WildServer.StartAsync("demo", "--listen", "127.0.0.1:0");
        using var client = server.CreateClient(Version.Parse(version));

        using var wildcat = await client.GetAsync("/a?b=%20", TestContext.Current.CancellationToken);
        using var asked = await client.PostAsync(
            "/", new StringContent("text"), TestContext.Current.CancellationToken);
        using var askedAgain = await client.DeleteAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(
            (418, "wildgate", "world"),
            ((int)wildcat.StatusCode, wildcat.Headers.GetValues("powered-by").Single(),
                wildcat.Headers.GetValues("hello").Single()));
        Assert.Contains("I'm a wildcat, not a page.", await TextOf(wildcat), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "world"), (asked.StatusCode, asked.Headers.GetValues("hello").Single()));
        Assert.NotEqual(Guid.Parse(await TextOf(asked)), Guid.Parse(await TextOf(askedAgain)));
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

    private static Task<string> TextOf(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
