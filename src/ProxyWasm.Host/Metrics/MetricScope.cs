using System.Diagnostics.Metrics;
using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.SharedData;

namespace ProxyWasm.Host.Metrics;

/// <summary>
/// The metrics of all plugins with one name, which are usually one plugin and its successor. Guarded by the lock of
/// <see cref="PluginMetrics"/>.
/// </summary>
internal sealed class MetricScope : IDisposable
{
    private readonly Dictionary<byte[], PluginMetric>[] _byType =
        [new(ByteKeyComparer.Instance), new(ByteKeyComparer.Instance), new(ByteKeyComparer.Instance)];

    private readonly Dictionary<string, PluginMetric> _byName = new(StringComparer.Ordinal);
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly Meter _meter;
    private bool _hasWarned;

    public MetricScope(string plugin)
    {
        Plugin = plugin;
        _tags = [new(PluginMetrics.PluginTag, plugin)];
        _meter = new Meter(new MeterOptions(PluginMetrics.MeterName) { Tags = _tags });
    }

    public string Plugin { get; }

    /// <summary>Number of loaded plugins with this name.</summary>
    public int Users { get; set; }

    public IEnumerable<PluginMetric> Metrics => _byName.Values;

    public PluginMetric? Find(MetricType type, ReadOnlySpan<byte> name) =>
        _byType[(int)type].GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var metric) ? metric : null;

    public PluginMetric? FindNamed(string name) => _byName.GetValueOrDefault(name);

    public int Count => _byName.Count;

    /// <summary>All metrics of one kind with the names that the plugin gave them.</summary>
    public IEnumerable<KeyValuePair<byte[], PluginMetric>> OfType(MetricType type) => _byType[(int)type];

    /// <summary>Makes a metric that does not exist.</summary>
    /// <param name="type">Kind of metric.</param>
    /// <param name="key">Name as the plugin gave it.</param>
    /// <param name="isTaken">Whether a name stands for another kind of metric elsewhere.</param>
    public PluginMetric Add(MetricType type, ReadOnlySpan<byte> key, Func<string, MetricType, bool> isTaken)
    {
        var name = PrometheusText.Sanitize(Encoding.UTF8.GetString(key));
        if (_byName.ContainsKey(name) || isTaken(name, type))
        {
            name += type switch
            {
                MetricType.Counter => "_counter",
                MetricType.Gauge => "_gauge",
                _ => "_histogram",
            };
            var stem = name;
            for (var i = 2; _byName.ContainsKey(name) || isTaken(name, type); i++)
            {
                name = $"{stem}_{i}";
            }
        }

        var metric = Create(type, name);
        _byType[(int)type].Add(key.ToArray(), metric);
        _byName.Add(name, metric);
        return metric;
    }

    /// <summary>True for the first caller: who has to tell the operator that metrics are dropped.</summary>
    public bool TryWarn()
    {
        var first = !_hasWarned;
        _hasWarned = true;
        return first;
    }

    public void Dispose() => _meter.Dispose();

    private PluginMetric Create(MetricType type, string name)
    {
        if (type == MetricType.Histogram)
        {
            return new HistogramMetric(name, Plugin, _meter.CreateHistogram<long>(name));
        }

        PluginMetric metric = type == MetricType.Counter
            ? new CounterMetric(name, Plugin)
            : new GaugeMetric(name, Plugin);
        if (type == MetricType.Counter)
        {
            _meter.CreateObservableCounter(name, () => Measure(metric));
        }
        else
        {
            _meter.CreateObservableGauge(name, () => Measure(metric));
        }

        return metric;
    }

    // Instruments have no unsigned numbers.
    private Measurement<long> Measure(PluginMetric metric)
    {
        metric.Read(out var value);
        return new Measurement<long>((long)Math.Min(value, long.MaxValue), _tags);
    }
}
