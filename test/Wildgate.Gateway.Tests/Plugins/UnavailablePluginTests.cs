using Wildgate.Gateway.Plugins;
using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Plugins;

/// <summary>Plugins whose code cannot be loaded, or not be fetched (case 125 of the ABI reference).</summary>
public sealed class UnavailablePluginTests
{
    private const string NoModule = "local: { inline_string: bad code }";

    [Theory]
    [InlineData("fail_open: true")]
    [InlineData("failure_policy: FAIL_OPEN")]
    [Trait("abi-case", "125")]
    public async Task Case_125_Traffic_passes_a_plugin_that_cannot_be_loaded_and_fails_open(string policy)
    {
        using var log = new RecordedLog();
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync(
            upstream.Port, log, Yaml.Plugin($"name: broken, {policy}, {Yaml.Vm(NoModule)}"));

        Assert.Equal(200, (await gateway.GetAsync("/x")).Status);
        Assert.Single(log.Lines, static line => line.StartsWith(
            "Warning Plugin `broken` failed to load and fails open: traffic passes without it. PW1002",
            StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("failure_policy: FAIL_OPEN", 200)]
    [InlineData("failure_policy: FAIL_CLOSED", 503)]
    [InlineData("failure_policy: FAIL_RELOAD", 503)]
    [Trait("abi-case", "125")]
    public async Task Case_125_Without_code_from_remote_the_failure_policy_decides(string policy, int status)
    {
        using var log = new RecordedLog();
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/plugin.wasm" ? 404 : 200;
            return Task.CompletedTask;
        });
        await using var gateway = await StartAsync(
            upstream.Port, log, Yaml.Plugin($"name: remote, {policy}, {Yaml.Vm(RemoteCodeTests.Remote(upstream.Port))}"));

        Assert.Equal(status, (await gateway.GetAsync("/x")).Status);
        Assert.Equal(status, (await gateway.GetAsync("/x", "2.0")).Status);
        Assert.Single(log.Lines, static line => line.Contains("Plugin `remote` failed to load", StringComparison.Ordinal)
            && line.Contains("expected status 200, got 404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plugin_that_fails_closed_and_cannot_be_loaded_keeps_the_gateway_from_starting()
    {
        using var log = new RecordedLog();

        var refusal = await Assert.ThrowsAsync<GatewayStartException>(
            () => StartAsync(1, log, Yaml.Plugin($"name: broken, {Yaml.Vm(NoModule)}")));

        Assert.Equal("PW1002", refusal.Id);
    }

    private static Task<GatewayServer> StartAsync(int upstream, RecordedLog log, string plugin) =>
        GatewayServer.StartAsync(
            Yaml.Gateway(
                Yaml.ListenerWith(Yaml.VirtualHost(Yaml.ForwardAll), 0, "", plugin), Yaml.Cluster("", upstream)),
            new GatewayOptions { Workers = 1, LoggerFactory = log, CodeCache = new RemoteCodeCache() },
            TestContext.Current.CancellationToken);
}
