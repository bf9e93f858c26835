using System.Net;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class RunGatewayTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_sample_gateway_runs_its_plugin_in_the_text_format()
    {
        await using var upstream = new TestUpstream();
        upstream.Answer();
        using var server = await WildServer.StartAsync("run", "-f", CopySample(upstream.Port));
        using var client = server.CreateClient();

        using var direct = await client.GetAsync("/", TestContext.Current.CancellationToken);
        using var forwarded = await client.GetAsync("/api/x", TestContext.Current.CancellationToken);
        using var local = await client.GetAsync("/wild", TestContext.Current.CancellationToken);
        var result = await server.StopAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Hello from the gateway.\n", await ReadAsync(direct));
        Assert.Equal("upstream", await ReadAsync(forwarded));
        Assert.Contains("x-wild-request: hello", await upstream.Request, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(418, (int)local.StatusCode);
        Assert.All(
            [direct, forwarded, local],
            response => Assert.Equal("world", response.Headers.GetValues("hello").Single()));
        Assert.Matches("^Listening on http://127.0.0.1:[0-9]+\n$", result.Output);
    }

    [Fact]
    public async Task Without_its_upstream_the_sample_still_answers()
    {
        using var server = await WildServer.StartAsync("run", "-f", CopySample(Ports.FindFree()));
        using var client = server.CreateClient();

        using var direct = await client.GetAsync("/", TestContext.Current.CancellationToken);
        using var forwarded = await client.GetAsync("/api", TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (direct.StatusCode, forwarded.StatusCode));
    }

    [Fact]
    public async Task A_part_that_has_no_effect_is_a_warning_unless_quiet()
    {
        var file = CopySample(Ports.FindFree());
        await File.AppendAllTextAsync(
            file,
            "admin:\n  address: { socket_address: { address: 127.0.0.1, port_value: 9901 } }\n",
            TestContext.Current.CancellationToken);

        using var loud = await WildServer.StartAsync("run", "-f", file);
        var told = await loud.StopAsync();
        using var quiet = await WildServer.StartAsync("run", "-q", "-f", file);
        var untold = await quiet.StopAsync();

        Assert.StartsWith(
            $"Warning: {file}:51:3: admin: the admin interface is not served yet [WG1101]\n"
            + "Hint: Remove the block if nothing needs it\nPress Ctrl-C to stop.\n",
            told.Error,
            StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (untold.ExitCode, untold.Error));
    }

    private static Task<string> ReadAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private string CopySample(int upstreamPort)
    {
        var sample = File.ReadAllText(Repository.At("samples/gateway/gateway.yaml"))
            .Replace("port_value: 10000", "port_value: 0", StringComparison.Ordinal)
            .Replace("port_value: 9000", $"port_value: {upstreamPort}", StringComparison.Ordinal);
        _scratch.Write("hello-wat/hello.wat", File.ReadAllText(Repository.HelloPlugin));
        return _scratch.Write("gateway/gateway.yaml", sample);
    }
}
