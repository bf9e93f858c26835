using System.Buffers.Binary;
using System.Diagnostics;
using ProxyWasm.Abi;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Host.Tests.Isolation;

/// <summary>Whatever a guest calls, with whatever arguments, stays inside of its virtual machine.</summary>
[Collection(nameof(RandomCallTests))]
[CollectionDefinition(nameof(RandomCallTests), DisableParallelization = true)]
public sealed class RandomCallTests
{
    private const int Calls = 100_000;
    private const int MaxStreams = 20_000;
    private const int CallsPerProgram = 512;
    private const int OpenStreams = 3;
    private const int StreamsPerCheck = 16;
    private const long MaxGrowth = 256L * 1024 * 1024;

    private static readonly PluginLimits Limits = new()
    {
        // Tests share the machine with other work; a budget would make them depend on its load.
        CallbackBudget = TimeSpan.Zero,
        StartBudget = TimeSpan.Zero,
        MemoryBytes = 4 * 1024 * 1024,
        SharedDataBytes = 64 * 1024,
        QueueBytes = 64 * 1024,
        QueueItems = 100,
        Metrics = 100,
        PendingCallouts = 50,
    };

    private static readonly string Neighbour =
        Wat.Callback("request_headers", """(drop (call $add (i32.const 0) @"x-neighbour" @"well"))""");

    private long _calls;

    [Theory]
    [InlineData(AbiVersion.V0_1_0)]
    [InlineData(AbiVersion.V0_2_0)]
    [InlineData(AbiVersion.V0_2_1)]
    public async Task Random_calls_with_random_arguments_harm_nobody_else(AbiVersion version)
    {
        var random = RandomSeed.Create();
        var transport = new ArbitraryTransport(random.Next());
        var clock = Stopwatch.StartNew();
        var streams = 0;
        var failures = 0;
        await using (var proxy = new TestProxy(configure: options => Configure(options, transport)))
        {
            var neighbour = await proxy.ChainAsync(Neighbour);
            var plugin = await proxy.LoadAsync(DrivenModule.Text(version), options => Adapt(options, random), "driven");
            var chain = proxy.Host.CreateHttpChain(plugin);
            var open = new Queue<TestStream>();
            var memory = await MeasureAsync(proxy, neighbour);
            for (; Interlocked.Read(ref _calls) < Calls && streams < MaxStreams; streams++)
            {
                open.Enqueue(await PassAsync(proxy, chain, random));
                if (open.Count > OpenStreams)
                {
                    await open.Dequeue().FinishAsync();
                }

                proxy.Time.Advance(TimeSpan.FromMilliseconds(10));
                if (streams % StreamsPerCheck == 0)
                {
                    await CheckAsync(proxy, neighbour, memory);
                    failures += CountFailures(proxy);
                }
            }

            await Task.WhenAll(open.Select(stream => stream.FinishAsync()));
            await CheckAsync(proxy, neighbour, memory);
            failures += CountFailures(proxy);
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{_calls} calls in {streams} streams, {_calls / clock.Elapsed.TotalSeconds:F0} per second; "
            + $"{failures} virtual machines replaced, {transport.Sent} requests sent");
        Assert.True(_calls >= Calls, $"the guest made only {_calls} calls in {streams} streams");
        Assert.True(transport.Sent > 0, "no callout was ever valid");
        Assert.True(
            SpinWait.SpinUntil(() => transport.UnderWay == 0, TimeSpan.FromSeconds(30)),
            $"{transport.UnderWay} callouts outlive their host");
    }

    private PluginHostOptions Configure(PluginHostOptions options, ArbitraryTransport transport) => options with
    {
        Callouts = transport,
        DrainTimeout = TimeSpan.Zero,
        ForeignFunctions = new Dictionary<string, ForeignFunction>
        {
            [DrivenModule.Tally] = (in _, argument, _) =>
            {
                Interlocked.Add(ref _calls, BinaryPrimitives.ReadInt32LittleEndian(argument));
                return Status.Ok;
            },
        },
    };

    // A list that aborts while the plugin is configured would end the test before it begins.
    private static PluginOptions Adapt(PluginOptions options, Random random) => options with
    {
        Configuration = CallProgram.Create(random, CallsPerProgram, mayAbort: false),
        ReloadBackoff = new ReloadBackoff { Base = TimeSpan.FromMilliseconds(1), Max = TimeSpan.FromMilliseconds(1) },
        Limits = Limits,
    };

    private static async Task<TestStream> PassAsync(TestProxy proxy, HttpFilterChain chain, Random random)
    {
        var stream = proxy.Open(chain);
        var body = CallProgram.Create(random, CallsPerProgram, mayAbort: true);
        Func<Task>[] steps =
        [
            () => stream.SendRequestAsync(end: false, ("x-name", "first"), ("x-name", "second")),
            () => SendAsync(stream.Request, body, end: false),
            () => stream.SendRequestBodyAsync("tail"),
            () => stream.SendRequestTrailersAsync(("x-trailer", "request")),
            () => stream.SendResponseAsync(end: false, ("content-type", "text/plain")),
            () => stream.SendResponseBodyAsync("answer"),
            () => stream.SendResponseBodyAsync("", end: true),
        ];
        foreach (var step in steps)
        {
            await step();
            if (stream.Termination != StreamTermination.None)
            {
                break;
            }
        }

        if (stream.Termination is StreamTermination.LocalResponse or StreamTermination.ReplacedResponse)
        {
            await stream.SendLocalResponseAsync();
        }

        return stream;
    }

    private static async Task SendAsync(StreamDirection direction, byte[] body, bool end)
    {
        await direction.SendDataAsync(body, end);
        direction.Output.Clear();
    }

    private static async Task CheckAsync(
        TestProxy proxy, HttpFilterChain neighbour, (long Managed, long Resident) before)
    {
        var (managed, resident) = await MeasureAsync(proxy, neighbour);
        Assert.InRange(managed - before.Managed, long.MinValue, MaxGrowth);
        Assert.InRange(resident - before.Resident, long.MinValue, MaxGrowth);
    }

    // After everything that was posted, with a stream of another plugin as witness.
    private static async Task<(long Managed, long Resident)> MeasureAsync(TestProxy proxy, HttpFilterChain neighbour)
    {
        await proxy.SettleAsync();
        var witness = proxy.Open(neighbour);
        await witness.ExchangeAsync();
        Assert.Contains("x-neighbour: well", TestStream.Fields(witness.Stream.RequestHeaders));
        Assert.Equal(StreamTermination.None, witness.Termination);
        Assert.True(witness.Response.EndReleased);
        await witness.FinishAsync();
        return (GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);
    }

    // Only what the guest does of its own accord may end its machine: a function of the host never does.
    private static int CountFailures(TestProxy proxy)
    {
        proxy.TakeLines();
        proxy.TakeRemarks();
        var reports = proxy.TakeReports();
        Assert.DoesNotContain(reports, static report => report.StartsWith("Defect", StringComparison.Ordinal));
        string[] failures =
            [.. reports.Where(static report => report.StartsWith("Plugin driven failed", StringComparison.Ordinal))];
        var unexpected = failures.FirstOrDefault(
            static failure => !failure.Contains("(GuestAbort)", StringComparison.Ordinal));
        if (unexpected is not null)
        {
            Assert.Fail(unexpected);
        }

        return failures.Length;
    }
}
