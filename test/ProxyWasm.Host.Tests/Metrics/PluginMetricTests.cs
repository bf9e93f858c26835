using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ProxyWasm.Host.Metrics;
using ProxyWasm.Host.Tests.Support;

namespace ProxyWasm.Host.Tests.Metrics;

public sealed class PluginMetricTests
{
    private const string Data = """
        (data (i32.const 0x100) "hits.total")
        (data (i32.const 0x110) "level")
        (data (i32.const 0x118) "time")
        (func $value (param $id i32) (local $status i32)
          (local.set $status (call $metric (local.get $id) (i32.const 0x10)))
          (call $n (local.get $status))
          (if (i32.eqz (local.get $status)) (then (call $n64 (i64.load (i32.const 0x10))))))
        """;

    private const string DefineCounter =
        "(call $n (call $define (i32.const 0) (i32.const 0x100) (i32.const 10) (i32.const 0x40)))";

    private const string DefineGauge =
        "(call $n (call $define (i32.const 1) (i32.const 0x110) (i32.const 5) (i32.const 0x44)))";

    private const string DefineHistogram =
        "(call $n (call $define (i32.const 2) (i32.const 0x118) (i32.const 4) (i32.const 0x48)))";

    [Fact]
    [Trait("abi-case", "114")]
    public async Task A_counter_only_grows()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            DefineCounter + """
            (call $n (i32.load (i32.const 0x40)))
            (call $n (call $increment (i32.load (i32.const 0x40)) (i64.const 5)))
            (call $n (call $record (i32.load (i32.const 0x40)) (i64.const 3)))
            (call $value (i32.load (i32.const 0x40)))
            (call $n (call $increment (i32.load (i32.const 0x40)) (i64.const 0)))
            (call $n (call $increment (i32.load (i32.const 0x40)) (i64.const -1)))
            (call $value (i32.load (i32.const 0x40)))
            """,
            Data);

        Assert.Equal(["0", "4", "0", "0", "0", "8", "2", "2", "0", "8"], log);
    }

    [Fact]
    [Trait("abi-case", "114")]
    public async Task A_gauge_goes_up_and_down_and_not_below_zero()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            DefineGauge + """
            (call $n (i32.load (i32.const 0x44)))
            (call $n (call $record (i32.load (i32.const 0x44)) (i64.const 3)))
            (call $n (call $increment (i32.load (i32.const 0x44)) (i64.const -1)))
            (call $value (i32.load (i32.const 0x44)))
            (call $n (call $increment (i32.load (i32.const 0x44)) (i64.const -9)))
            (call $value (i32.load (i32.const 0x44)))
            (call $n (call $record (i32.load (i32.const 0x44)) (i64.const -1)))
            (call $n (call $increment (i32.load (i32.const 0x44)) (i64.const 1)))
            (call $value (i32.load (i32.const 0x44)))
            (call $n (call $increment (i32.load (i32.const 0x44)) (i64.const 0x8000000000000000)))
            (call $value (i32.load (i32.const 0x44)))
            """,
            Data);

        Assert.Equal(
            [
                "0", "5", "0", "0", "0", "2", "0", "0", "0", "0", "0", "0", $"{ulong.MaxValue}", "0", "0",
                $"{long.MaxValue}",
            ],
            log);
    }

    [Fact]
    [Trait("abi-case", "114")]
    public async Task A_histogram_takes_samples_and_has_no_value()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            DefineHistogram + """
            (call $n (i32.load (i32.const 0x48)))
            (call $n (call $record (i32.load (i32.const 0x48)) (i64.const 3)))
            (call $n (call $increment (i32.load (i32.const 0x48)) (i64.const 1)))
            (call $value (i32.load (i32.const 0x48)))
            """,
            Data);

        Assert.Equal(["0", "6", "0", "2", "2"], log);
    }

    [Fact]
    [Trait("abi-case", "114")]
    public async Task Unknown_numbers_and_kinds_are_answered_by_their_kind()
    {
        await using var rig = new PluginRig();
        var log = await rig.RunAsync(
            """
            (call $n (call $define (i32.const 3) (i32.const 0x100) (i32.const 10) (i32.const 0x40)))
            (call $n (call $define (i32.const 0) (i32.const 0x100) (i32.const -1) (i32.const 0x40)))
            (call $n (call $define (i32.const 0) (i32.const 0x100) (i32.const 10) (i32.const -1)))
            (call $each (i32.const 400)) (call $each (i32.const 401)) (call $each (i32.const 402)) (call $each (i32.const 403))
            (call $each (i32.const 0)) (call $each (i32.const -4))
            """,
            Data + """
            (func $each (param $id i32)
              (call $n (call $increment (local.get $id) (i64.const 1)))
              (call $n (call $record (local.get $id) (i64.const 1)))
              (call $n (call $metric (local.get $id) (i32.const 0x10))))
            """);

        Assert.Equal(
            ["2", "6", "6", "1", "1", "1", "1", "1", "1", "2", "1", "2", "2", "1", "2", "1", "1", "1", "1", "1", "1"], log);
    }

    [Fact]
    public async Task A_second_definition_is_the_same_metric_and_other_kinds_are_others()
    {
        await using var rig = new PluginRig();
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            DefineCounter + DefineCounter + """
            (call $n (i32.load (i32.const 0x40)))
            (drop (call $increment (i32.load (i32.const 0x40)) (i64.const 1)))
            (call $n (call $define (i32.const 1) (i32.const 0x100) (i32.const 10) (i32.const 0x44)))
            (call $n (i32.load (i32.const 0x44)))
            (drop (call $record (i32.load (i32.const 0x44)) (i64.const 7)))
            """,
            Data));

        Assert.Equal(["0", "0", "4", "0", "5"], rig.Log.Messages);
        Assert.Equal(
            "# TYPE hits_total counter\nhits_total{plugin=\"test\"} 1\n"
            + "# TYPE hits_total_gauge gauge\nhits_total_gauge{plugin=\"test\"} 7\n",
            Text(rig));
    }

    [Fact]
    [Trait("abi-case", "115")]
    public async Task All_workers_add_into_one_series_exactly()
    {
        const int Requests = 300;
        await using var rig = new PluginRig(4);
        await using var plugin = await rig.LoadAsync(GuestModule.Configure(
            DefineCounter + DefineGauge,
            Data + GuestModule.OnRequest(
                """
                (drop (call $increment (i32.load (i32.const 0x40)) (i64.const 2)))
                (drop (call $increment (i32.load (i32.const 0x44)) (i64.const 3)))
                (drop (call $increment (i32.load (i32.const 0x44)) (i64.const -2)))
                """)));
        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
            async (_, _) => await rig.PassAsync(plugin));

        Assert.Equal(
            $"# TYPE hits_total counter\nhits_total{{plugin=\"test\"}} {Requests * 2}\n"
            + $"# TYPE level gauge\nlevel{{plugin=\"test\"}} {Requests}\n",
            Text(rig));
    }

    [Fact]
    public async Task Plugins_share_a_family_and_keep_their_series_and_labels_are_escaped()
    {
        await using var rig = new PluginRig();
        var module = GuestModule.Configure(
            DefineHistogram + """
            (drop (call $record (i32.load (i32.const 0x48)) (i64.const 0)))
            (drop (call $record (i32.load (i32.const 0x48)) (i64.const 5)))
            (drop (call $record (i32.load (i32.const 0x48)) (i64.const 6)))
            (drop (call $record (i32.load (i32.const 0x48)) (i64.const 4000000)))
            """,
            Data);
        var first = await rig.LoadAsync(module, "a\"\\\n", "a");
        await using var second = await rig.LoadAsync(module, "b", "b");
        var lines = Text(rig).Split('\n');

        Assert.Single(lines, line => line == "# TYPE time histogram");
        Assert.Contains("time_bucket{plugin=\"a\\\"\\\\\\n\",le=\"1\"} 1", lines);
        Assert.Contains("time_bucket{plugin=\"b\",le=\"5\"} 2", lines);
        Assert.Contains("time_bucket{plugin=\"b\",le=\"10\"} 3", lines);
        Assert.Contains("time_bucket{plugin=\"b\",le=\"3600000\"} 3", lines);
        Assert.Contains("time_bucket{plugin=\"b\",le=\"+Inf\"} 4", lines);
        Assert.Contains("time_sum{plugin=\"b\"} 4000011", lines);
        Assert.Contains("time_count{plugin=\"b\"} 4", lines);

        await first.DisposeAsync();
        Assert.DoesNotContain("plugin=\"a", Text(rig), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_go_on_when_a_plugin_is_replaced_by_its_successor()
    {
        await using var rig = new PluginRig();
        var module = GuestModule.Configure(
            DefineCounter + "(drop (call $increment (i32.load (i32.const 0x40)) (i64.const 1)))", Data);
        var old = await rig.LoadAsync(module, vmConfiguration: "1");
        await using var successor = await rig.LoadAsync(module, vmConfiguration: "2");
        await old.DisposeAsync();

        Assert.EndsWith("hits_total{plugin=\"test\"} 2\n", Text(rig), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("abi-case", "158")]
    public async Task Metrics_beyond_the_limit_answer_as_usual_and_count_nothing()
    {
        using var hostLog = new ListLoggerFactory();
        await using var rig = new PluginRig(configure: options => options with { LoggerFactory = hostLog });
        await using var plugin = await rig.LoadAsync(
            GuestModule.Configure(
                DefineCounter + DefineGauge + DefineHistogram + DefineCounter + """
                (call $n (call $increment (i32.load (i32.const 0x40)) (i64.const 1)))
                (call $n (call $record (i32.load (i32.const 0x44)) (i64.const 5)))
                (call $value (i32.load (i32.const 0x44)))
                (call $n (call $increment (i32.load (i32.const 0x44)) (i64.const -1)))
                (call $n (call $record (i32.load (i32.const 0x48)) (i64.const 5)))
                (call $n (call $increment (i32.load (i32.const 0x48)) (i64.const 5)))
                """,
                Data),
            limits: new PluginLimits { Metrics = 1 });

        Assert.Equal(["0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "2"], rig.Log.Messages);
        Assert.Equal("# TYPE hits_total counter\nhits_total{plugin=\"test\"} 1\n", Text(rig));
        Assert.Single(hostLog.Messages, message => message.Contains("'level' and others are dropped", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_metric_is_an_instrument_with_the_plugin_as_a_tag()
    {
        var plugin = $"plugin-{Guid.NewGuid():N}";
        var seen = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == PluginMetrics.MeterName)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (tags.Length == 1 && tags[0].Key == "plugin" && (string?)tags[0].Value == plugin)
            {
                seen[instrument.Name] = value;
            }
        });
        listener.Start();
        await using var rig = new PluginRig();
        await using var loaded = await rig.LoadAsync(
            GuestModule.Configure(
                DefineCounter + DefineGauge + DefineHistogram + """
                (drop (call $increment (i32.load (i32.const 0x40)) (i64.const 4)))
                (drop (call $record (i32.load (i32.const 0x44)) (i64.const 5)))
                (drop (call $record (i32.load (i32.const 0x48)) (i64.const 6)))
                """,
                Data),
            plugin);
        listener.RecordObservableInstruments();

        Assert.Equal([("hits_total", 4L), ("level", 5L), ("time", 6L)], seen.Select(pair => (pair.Key, pair.Value)).Order());
    }

    private static string Text(PluginRig rig)
    {
        using var writer = new StringWriter();
        rig.Host.Metrics.WritePrometheus(writer);
        return writer.ToString();
    }
}
