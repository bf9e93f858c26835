using System.Net;
using System.Text.Json;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Commands;

public sealed class RunCommandTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_plugin_runs_from_text_and_from_a_binary(bool isBinary)
    {
        var plugin = isBinary
            ? _scratch.Write("hello.wasm", TestPlugins.Binary(await File.ReadAllTextAsync(
                Repository.HelloPlugin, TestContext.Current.CancellationToken)))
            : Repository.HelloPlugin;
        using var server = await RunAsync(plugin);
        using var client = server.CreateClient();

        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
        using var echo = JsonDocument.Parse(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var result = await server.StopAsync();

        Assert.Equal("world", response.Headers.GetValues("hello").Single());
        Assert.Equal("hello", echo.RootElement.GetProperty("headers").GetProperty("x-wild-request").GetString());
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            $"Listening on {server.Address.GetLeftPart(UriPartial.Authority)} -> hello -> the built-in echo\n",
            result.Output);
    }

    [Fact]
    public async Task A_plugin_comes_from_standard_input_too()
    {
        var result = await WildProcess.RunAsync("no module"u8.ToArray(), "run", "-", "--listen", "127.0.0.1:0");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("Error: -: this is not a WebAssembly module", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_plugin_is_told_and_says_appears_with_its_name_level_and_context()
    {
        var plugin = _scratch.Write("describe.wat", TestPlugins.Describing);
        using var server = await RunAsync(
            plugin, "--config", "{\"a\":1}", "--vm-config", "of the vm", "--root-id", "the_root", "--env", "A=1",
            "--env", "B=x=y");
        using var client = server.CreateClient();
        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
        var result = await server.StopAsync();

        var lines = result.Error.Split('\n');
        Assert.Contains("info     describe[1]: of the vm", lines);
        Assert.Contains("info     describe[1]: {\"a\":1}", lines);
        Assert.Contains("warn     describe[1]: the_root", lines);
        Assert.Contains(@"info     describe[1]: A=1\u{0}B=x=y\u{0}", lines);
        Assert.Contains(lines, line => line.StartsWith("error    describe[", StringComparison.Ordinal)
            && line.EndsWith("]: failed", StringComparison.Ordinal));
        Assert.DoesNotContain("traced", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_may_be_in_a_file_and_the_name_be_chosen()
    {
        var plugin = _scratch.Write("describe.wasm", TestPlugins.Binary(TestPlugins.Describing));
        var configuration = _scratch.Write("plugin.json", "{\"from\":\"file\"}");
        using var server = await RunAsync(
            plugin, "--config-file", configuration, "--name", "my plugin", "--log-level", "trace");
        var result = await server.StopAsync();

        Assert.Contains("info     my plugin[1]: {\"from\":\"file\"}\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("trace    my plugin[1]: traced\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(
            "trace    gateway: [host->vm] proxy_on_configure(1, 15)\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_shows_errors_of_plugins_only()
    {
        var plugin = _scratch.Write("describe.wat", TestPlugins.Describing);
        using var server = await RunAsync(plugin, "-q", "--config", "a");
        using var client = server.CreateClient();
        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
        var result = await server.StopAsync();

        Assert.Matches(@"^error    describe\[[0-9]+\]: failed\n$", result.Error);
        Assert.StartsWith("Listening on ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "GET /x?y HTTP/1.1")]
    [InlineData("/", "GET /x?y HTTP/1.1")]
    [InlineData("/base", "GET /base/x?y HTTP/1.1")]
    [InlineData("/base/", "GET /base/x?y HTTP/1.1")]
    public async Task Requests_go_to_the_upstream_below_its_path(string path, string expected)
    {
        await using var upstream = new TestUpstream();
        upstream.Answer();
        using var server = await RunAsync(
            Repository.HelloPlugin, "--upstream", $"http://127.0.0.1:{upstream.Port}{path}");
        using var client = server.CreateClient();

        var answer = await client.GetStringAsync("/x?y", TestContext.Current.CancellationToken);
        var request = await upstream.Request;

        Assert.Equal("upstream", answer);
        Assert.StartsWith(expected + "\r\n", request, StringComparison.Ordinal);
        Assert.Contains("x-wild-request: hello\r\n", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Without_its_upstream_the_gateway_answers_503()
    {
        using var server = await RunAsync(
            Repository.HelloPlugin, "--upstream", $"http://127.0.0.1:{Ports.FindFree()}");
        using var client = server.CreateClient();
        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains(
            "connection failure",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_at_the_upstream_finishes_after_ctrl_c()
    {
        await using var upstream = new TestUpstream();
        using var server = await RunAsync(
            Repository.HelloPlugin, "--upstream", $"http://127.0.0.1:{upstream.Port}");
        using var client = server.CreateClient();
        var answer = client.GetStringAsync("/", TestContext.Current.CancellationToken);
        await upstream.Request;

        await server.SignalAsync("INT");
        await server.WaitForErrorAsync("Stopping");
        upstream.Answer();

        Assert.Equal("upstream", await answer);
        Assert.Equal(0, (await server.FinishAsync()).ExitCode);
    }

    [Fact]
    public async Task A_second_ctrl_c_does_not_wait_for_requests()
    {
        await using var upstream = new TestUpstream();
        using var server = await RunAsync(
            Repository.HelloPlugin, "--upstream", $"http://127.0.0.1:{upstream.Port}");
        using var client = server.CreateClient();
        var answer = client.GetStringAsync("/", TestContext.Current.CancellationToken);
        await upstream.Request;

        await server.SignalAsync("INT");
        await server.WaitForErrorAsync("Stopping");
        await server.SignalAsync("INT");

        Assert.Equal(130, (await server.FinishAsync()).ExitCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.ServiceUnavailable)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task A_failed_plugin_closes_the_way_unless_it_may_be_left_out(bool failOpen, HttpStatusCode expected)
    {
        var plugin = _scratch.Write("broken.wat", TestPlugins.Trapping);
        using var server = await RunAsync([plugin, .. failOpen ? ["--fail-open"] : Array.Empty<string>()]);
        using var client = server.CreateClient();

        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
        var result = await server.StopAsync();

        Assert.Equal((expected, 0), (response.StatusCode, result.ExitCode));
        Assert.Contains("broken", result.Error, StringComparison.Ordinal);
        Assert.Contains("proxy_on_request_headers", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:0", "127.0.0.1")]
    [InlineData(":0", "[::]")]
    [InlineData("[::1]:0", "[::1]")]
    public async Task The_address_to_listen_on_is_chosen(string listen, string host)
    {
        using var server = await WildServer.StartAsync("run", Repository.HelloPlugin, "--listen", listen);
        var result = await server.StopAsync();

        Assert.Matches($"^Listening on http://{System.Text.RegularExpressions.Regex.Escape(host)}:[0-9]+ ", result.Output);
    }

    private static Task<WildServer> RunAsync(params string[] arguments) =>
        WildServer.StartAsync(["run", "--listen", "127.0.0.1:0", .. arguments]);
}
