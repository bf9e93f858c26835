using System.Text.RegularExpressions;
using ProxyWasm.Conformance.Tests.Running;
using ProxyWasm.Conformance.Tests.Texts;
using ProxyWasm.Host;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Modules;

namespace ProxyWasm.Conformance.Tests;

/// <summary>Runs each module of <c>hostile</c>: it gets what it deserves, and its neighbours notice nothing.</summary>
public sealed partial class HostileTests
{
    private const string Folder = "hostile";

    public static IEnumerable<TheoryDataRow<string>> Refused => ModuleRows.Of(Folder, "load-error");

    public static IEnumerable<TheoryDataRow<string>> Unstartable => ModuleRows.Of(Folder, "start-error");

    public static IEnumerable<TheoryDataRow<string>> Trapping => ModuleRows.Of(Folder, "trap");

    public static IEnumerable<TheoryDataRow<string>> Surviving => ModuleRows.Of(Folder, "survives");

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Is_refused_with_a_message_that_names_the_cause(string name)
    {
        var module = ModuleText.Load(Folder, name);
        await using var bench = new Bench();

        var refusal = await Assert.ThrowsAsync<ModuleException>(() => bench.LoadAsync(module));

        Assert.Matches(ErrorId(), refusal.Id);
        AssertNames(module, refusal.Message);
        Assert.NotEmpty(refusal.Problem.Hint);
        await AssertNeighbourWorksAsync(bench);
    }

    [Theory]
    [MemberData(nameof(Unstartable))]
    public async Task Does_not_start_and_the_message_says_where_and_why(string name)
    {
        var module = ModuleText.Load(Folder, name);
        await using var bench = new Bench();

        var refusal = await Assert.ThrowsAsync<PluginLoadException>(() => bench.LoadAsync(module, Limit(module)));

        Assert.Matches(ErrorId(), refusal.Id);
        Assert.Contains("`conformance`", refusal.Problem, StringComparison.Ordinal);
        AssertNames(module, refusal.Problem);
        Assert.NotEmpty(refusal.Hint);
        await AssertNeighbourWorksAsync(bench);
    }

    [Theory]
    [MemberData(nameof(Trapping))]
    public async Task Traps_and_its_streams_are_answered_with_503(string name)
    {
        var module = ModuleText.Load(Folder, name);
        await using var bench = new Bench();
        var plugin = await bench.LoadAsync(module, Limit(module));
        var chain = bench.Host.CreateHttpChain(plugin);

        var first = await ExchangeAsync(bench, chain);

        Assert.Equal((StreamTermination.LocalResponse, "503"), (first.Termination, first.Status));
        Assert.False(first.ReachedUpstream);
        AssertReported(bench, module, times: 1);
        if (module.Expected is { } expected)
        {
            Assert.Equal(expected, bench.Transcript.ToString());
        }

        // The first failure is repaired at once, so the next stream meets a new machine, which fails anew.
        await bench.SettleAsync();
        var second = await ExchangeAsync(bench, chain);

        Assert.Equal("503", second.Status);
        AssertReported(bench, module, times: 2);

        // That one waits for its successor: it is answered, but nothing of the module runs.
        await bench.SettleAsync();
        var third = await ExchangeAsync(bench, chain);

        Assert.Equal("503", third.Status);
        AssertReported(bench, module, times: 2);
        await AssertNeighbourWorksAsync(bench);
    }

    [Theory]
    [MemberData(nameof(Trapping))]
    public async Task Traps_and_its_streams_pass_when_it_fails_open(string name)
    {
        var module = ModuleText.Load(Folder, name);
        await using var bench = new Bench();
        var limit = Limit(module);
        var plugin = await bench.LoadAsync(
            module, options => limit(options) with { FailurePolicy = FailurePolicy.FailOpen });

        var exchange = await ExchangeAsync(bench, bench.Host.CreateHttpChain(plugin));

        Assert.Equal((StreamTermination.None, "200"), (exchange.Termination, exchange.Status));
        Assert.True(exchange.ReachedUpstream);
        AssertReported(bench, module, times: 1);
    }

    [Theory]
    [MemberData(nameof(Surviving))]
    public async Task Survives_and_serves_every_stream(string name)
    {
        var module = ModuleText.Load(Folder, name);
        await using var bench = new Bench();
        var plugin = await bench.LoadAsync(module, Limit(module));
        var chain = bench.Host.CreateHttpChain(plugin);

        await ExchangeAsync(bench, chain);

        Assert.Empty(bench.HostLog.Failures);
        if (module.Expected is { } expected)
        {
            Assert.Equal(expected, bench.Transcript.ToString());
        }

        await ExchangeAsync(bench, chain);
        Assert.Empty(bench.HostLog.Failures);
        await AssertNeighbourWorksAsync(bench);
    }

    private static void AssertReported(Bench bench, ModuleText module, int times)
    {
        var callback = module.Require("expect").Split(' ')[1];
        Assert.Equal(times, bench.HostLog.Failures.Count);
        Assert.All(bench.HostLog.Failures, failure =>
        {
            Assert.Contains($"Plugin conformance failed in {callback} (", failure, StringComparison.Ordinal);
            AssertNames(module, failure);
        });
        Assert.Empty(bench.HostLog.Defects);
    }

    private static void AssertNames(ModuleText module, string message) => Assert.All(
        module.Require("message").Split(' '),
        word => Assert.True(message.Contains(word, StringComparison.Ordinal), $"`{word}` is missing in: {message}"));

    private static async Task AssertNeighbourWorksAsync(Bench bench)
    {
        var before = bench.HostLog.Failures.Count;
        var neighbour = await bench.LoadAsync(
            ModuleText.Load("modules", "proxy_get_header_map_value"), options => options with { Name = "neighbour" });

        var exchange = await ExchangeAsync(bench, bench.Host.CreateHttpChain(neighbour));

        Assert.Equal((StreamTermination.None, "200"), (exchange.Termination, exchange.Status));
        Assert.Equal(before, bench.HostLog.Failures.Count);
        Assert.Empty(bench.HostLog.Defects);
    }

    private static async Task<Exchange> ExchangeAsync(Bench bench, HttpFilterChain chain)
    {
        var exchange = new Exchange(bench.Open(chain), bench.Transcript, isPost: false);
        await exchange.RunAsync();
        return exchange;
    }

    // Small budgets keep the endless loops short.
    private static Func<PluginOptions, PluginOptions> Limit(ModuleText module) => options =>
        module.Find("limits") switch
        {
            "cpu" => options with
            {
                Limits = new PluginLimits
                {
                    CallbackBudget = TimeSpan.FromMilliseconds(30),
                    StartBudget = TimeSpan.FromMilliseconds(30),
                },
            },
            "memory" => options with { Limits = new PluginLimits { MemoryBytes = 64 * 1024 * 1024 } },
            _ => options,
        };

    [GeneratedRegex("^PW[0-9]{4}$")]
    private static partial Regex ErrorId();
}
