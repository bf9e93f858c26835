using System.Globalization;
using System.Text;
using ProxyWasm.Interop.Tests.Building;
using ProxyWasm.Interop.Tests.Serving;
using Wildgate.Gateway.Configuration;

namespace ProxyWasm.Interop.Tests;

/// <summary>What plugins of another SDK share between virtual machines, and what they ask of other services.</summary>
public sealed class SharedStateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Callout_asks_a_cluster_before_the_request_goes_on(string version)
    {
        await using var gateway = await StartAsync("callout", "upstream /who");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => gateway.SendAsync(version, "/x")));

        foreach (var answer in answers)
        {
            Assert.Equal("200", Header(answer, "x-callout-status"));
            Assert.Equal("the upstream", Header(answer, "x-callout-body"));
            answer.Dispose();
        }

        Assert.Empty(gateway.Log.Errors);
    }

    [Fact]
    public async Task Callout_to_a_cluster_that_is_not_there_is_refused()
    {
        await using var gateway = await StartAsync("callout", "nowhere");
        using var answer = await gateway.SendAsync("1.1");

        Assert.Equal(503, (int)answer.StatusCode);
        Assert.Equal(
            "callout refused with status 2\n",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Metrics_of_all_virtual_machines_are_one_series()
    {
        const int Requests = 40;
        await using var gateway = await StartAsync("metrics", "");
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(async _ =>
        {
            using var answer = await gateway.SendAsync("2.0");
        }));

        // A stream is logged after its client has the answer.
        for (var sent = Requests + 1; ; sent++)
        {
            using var answer = await gateway.SendAsync("1.1");
            Assert.Equal(sent, int.Parse(Header(answer, "x-requests"), CultureInfo.InvariantCulture));
            if (Header(answer, "x-open-streams") == "1")
            {
                break;
            }

            Assert.True(sent < 10_000, "the gauge of open streams does not come down to the one that asks");
        }
    }

    [Fact]
    public async Task Ticks_of_all_virtual_machines_are_counted_once_in_shared_data()
    {
        await using var gateway = await StartAsync("ticker", "5");
        await WaitAsync(async () =>
        {
            using var answer = await gateway.SendAsync("1.1");
            return int.Parse(Header(answer, "x-ticks"), CultureInfo.InvariantCulture) >= 20;
        });

        var ticks = gateway.Log.PluginMessages.Where(line => line.StartsWith("ticker: tick ", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal(ticks.Distinct(), ticks);
        Assert.Contains("ticker: tick 1", ticks);
        Assert.Contains("ticker: tick 20", ticks);
    }

    [Fact]
    public async Task Items_of_a_queue_cross_from_one_virtual_machine_to_another_once_each()
    {
        const int Requests = 60;
        var code = await PluginBuild.ReadAsync("queue");

        // Same vm_id and other machines: whoever registers last is told of the items.
        await using var gateway = await TestGateway.StartAsync(Queue(code, "giver"), Queue(code, "taker"));
        await Task.WhenAll(Enumerable.Range(0, Requests).Select(async i =>
        {
            using var answer = await gateway.SendAsync("1.1", $"/{i}");
            Assert.Equal("0", Header(answer, "x-queue-status"));
        }));
        await WaitAsync(() => Task.FromResult(gateway.Log.PluginMessages.Count >= Requests));

        Assert.Equal(
            Enumerable.Range(0, Requests).Select(i => $"taker: queue item: /{i}").Order(StringComparer.Ordinal),
            gateway.Log.PluginMessages.Order(StringComparer.Ordinal));
    }

    private static PluginConfig Queue(byte[] code, string name)
    {
        var plugin = TestGateway.Plugin(name, code, rootId: "queue");
        return plugin with
        {
            Vm = plugin.Vm with { VmId = "shared", Configuration = Encoding.UTF8.GetBytes(name) },
        };
    }

    private static async Task WaitAsync(Func<Task<bool>> isThere)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!await isThere())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static async Task<TestGateway> StartAsync(string plugin, string configuration) =>
        await TestGateway.StartAsync(TestGateway.Plugin(plugin, await PluginBuild.ReadAsync(plugin), configuration));
}
