using System.Security.Cryptography;
using Wildgate.Gateway.Plugins;
using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Plugins;

/// <summary>Modules that are fetched through a cluster (case 131 of the ABI reference).</summary>
public sealed class RemoteCodeTests : IDisposable
{
    private static readonly byte[] Module = Wat.Convert("""
        (module
          (memory (export "memory") 1)
          (func (export "proxy_abi_version_0_2_1"))
          (func (export "malloc") (param i32) (result i32) (i32.const 0)))
        """);

    private readonly RecordedLog _log = new();
    private readonly ManualClock _clock = new();
    private readonly Queue<int> _answers = new();
    private int _fetches;

    [Fact]
    [Trait("abi-case", "131")]
    public async Task Case_131_A_module_is_fetched_once_and_later_taken_from_the_cache()
    {
        await using var upstream = await StartUpstreamAsync();
        var cache = new RemoteCodeCache(_clock);
        for (var i = 0; i < 2; i++)
        {
            await using var gateway = await StartAsync(upstream, cache);

            Assert.Equal(200, (await gateway.GetAsync("/x")).Status);
            _clock.Advance(TimeSpan.FromHours(23));
        }

        Assert.Equal(1, _fetches);

        _clock.Advance(TimeSpan.FromHours(2));
        await using var later = await StartAsync(upstream, cache);
        Assert.Equal(2, _fetches);
    }

    [Fact]
    [Trait("abi-case", "131")]
    public async Task Case_131_A_configuration_may_be_refused_while_its_module_is_fetched()
    {
        await using var upstream = await StartUpstreamAsync();
        var cache = new RemoteCodeCache(_clock);

        var refusal = await Assert.ThrowsAsync<GatewayStartException>(() => StartAsync(upstream, cache, nack: true));
        Assert.Equal("WG2006", refusal.Id);

        // The fetch goes on without the gateway; who waits for it joins it.
        await using (await StartAsync(upstream, cache))
        {
        }

        await using var gateway = await StartAsync(upstream, cache, nack: true);
        Assert.Equal(200, (await gateway.GetAsync("/x")).Status);
        Assert.Equal(1, _fetches);
    }

    [Fact]
    [Trait("abi-case", "131")]
    public async Task Case_131_A_failure_is_remembered_for_ten_seconds()
    {
        await using var upstream = await StartUpstreamAsync();
        var cache = new RemoteCodeCache(_clock);
        _answers.Enqueue(500);
        await using (var failed = await StartAsync(upstream, cache, retries: 0))
        {
            Assert.Equal(503, (await failed.GetAsync("/x")).Status);
        }

        _clock.Advance(TimeSpan.FromSeconds(9));
        await using (var again = await StartAsync(upstream, cache, retries: 0))
        {
            Assert.Equal(503, (await again.GetAsync("/x")).Status);
        }

        Assert.Equal(1, _fetches);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await using var fetched = await StartAsync(upstream, cache, retries: 0);
        Assert.Equal(200, (await fetched.GetAsync("/x")).Status);
        Assert.Equal(2, _fetches);
    }

    [Fact]
    public async Task A_fetch_is_tried_again_as_often_as_the_policy_says()
    {
        await using var upstream = await StartUpstreamAsync();
        _answers.Enqueue(500);
        _answers.Enqueue(503);
        await using var gateway = await StartAsync(upstream, new RemoteCodeCache(), retries: 2);

        Assert.Equal(200, (await gateway.GetAsync("/x")).Status);
        Assert.Equal(3, _fetches);
    }

    [Fact]
    public async Task A_module_with_another_digest_is_refused()
    {
        await using var upstream = await StartUpstreamAsync();
        await using var gateway = await StartAsync(upstream, new RemoteCodeCache(), digest: new string('0', 64));

        Assert.Equal(503, (await gateway.GetAsync("/x")).Status);
        Assert.Contains(
            _log.Lines, static line => line.Contains("expected SHA-256 000000", StringComparison.Ordinal));
    }

    public void Dispose() => _log.Dispose();

    /// <summary>The source of a module on the cluster named upstream.</summary>
    internal static string Remote(int port, int retries = 0, string? digest = null) => FormattableString.Invariant($$"""
        remote: { http_uri: { uri: "http://127.0.0.1:{{port}}/plugin.wasm", cluster: upstream, timeout: 10s },
        sha256: {{digest ?? Convert.ToHexString(SHA256.HashData(Module))}},
        retry_policy: { num_retries: {{retries}}, retry_back_off: { base_interval: 0.001s } } }
        """).ReplaceLineEndings(" ");

    private Task<GatewayServer> StartAsync(
        Upstream upstream, RemoteCodeCache cache, bool nack = false, int retries = 1, string? digest = null)
    {
        var vm = Yaml.Vm(
            Remote(upstream.Port, retries, digest), fields: nack ? "nack_on_code_cache_miss: true," : "");
        return GatewayServer.StartAsync(
            Yaml.Gateway(
                Yaml.ListenerWith(Yaml.VirtualHost(Yaml.ForwardAll), 0, "", Yaml.Plugin($"name: remote, {vm}")),
                Yaml.Cluster("", upstream.Port)),
            new GatewayOptions { Workers = 1, LoggerFactory = _log, CodeCache = cache },
            TestContext.Current.CancellationToken);
    }

    private Task<Upstream> StartUpstreamAsync() => Upstream.StartAsync(async context =>
    {
        if (context.Request.Path != "/plugin.wasm")
        {
            return;
        }

        Interlocked.Increment(ref _fetches);
        if (_answers.TryDequeue(out var status))
        {
            context.Response.StatusCode = status;
            return;
        }

        await context.Response.Body.WriteAsync(Module, context.RequestAborted);
    });
}
