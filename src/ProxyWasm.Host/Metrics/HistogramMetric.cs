using System.Diagnostics.Metrics;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Metrics;

/// <summary>A distribution of samples over fixed buckets.</summary>
/// <param name="name">Name, as of every metric.</param>
/// <param name="plugin">Name of the plugin.</param>
/// <param name="instrument">Gets every sample while somebody listens.</param>
internal sealed class HistogramMetric(string name, string plugin, Histogram<long> instrument)
    : PluginMetric(MetricType.Histogram, name, plugin)
{
    // Upper bounds, inclusive: those of Envoy's default histograms, so that dashboards and thresholds stay as they are.
    // The ABI passes whole numbers, so its first bound of 0.5 would only ever count zeros.
    private static readonly ulong[] Bounds =
    [
        1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000,
        3_600_000,
    ];

    private readonly KeyValuePair<string, object?> _tag = new(PluginMetrics.PluginTag, plugin);
    private readonly long[] _buckets = new long[Bounds.Length + 1];
    private ulong _sum;

    /// <summary>Sum of all samples.</summary>
    public ulong Sum => Volatile.Read(ref _sum);

    /// <summary>Number of samples.</summary>
    public long Count => _buckets.Sum();

    public override Status Increment(long offset) => Status.BadArgument;

    public override void Record(ulong value)
    {
        var index = Array.BinarySearch(Bounds, value);
        Interlocked.Increment(ref _buckets[index < 0 ? ~index : index]);
        Interlocked.Add(ref _sum, value);
        if (instrument.Enabled)
        {
            instrument.Record((long)Math.Min(value, long.MaxValue), _tag);
        }
    }

    public override Status Read(out ulong value)
    {
        value = 0;
        return Status.BadArgument;
    }

    public override void WritePrometheus(PrometheusText text)
    {
        var count = 0UL;
        for (var i = 0; i < _buckets.Length; i++)
        {
            count += (ulong)Volatile.Read(ref _buckets[i]);
            text.Sample(Name, "_bucket", Plugin, i < Bounds.Length ? Bounds[i] : ulong.MaxValue, count);
        }

        text.Sample(Name, "_sum", Plugin, null, Volatile.Read(ref _sum));
        text.Sample(Name, "_count", Plugin, null, count);
    }
}
