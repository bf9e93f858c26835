using ProxyWasm.Abi;

namespace ProxyWasm.Host.Metrics;

/// <summary>
/// A metric that a plugin defined; all its virtual machines add into this one object. Updates are lock-free and
/// thread-safe.
/// </summary>
/// <param name="type">Kind of metric.</param>
/// <param name="name">Name for people and systems that collect metrics; unique in the plugin.</param>
/// <param name="plugin">Name of the plugin.</param>
internal abstract class PluginMetric(MetricType type, string name, string plugin)
{
    public MetricType Type { get; } = type;

    public string Name { get; } = name;

    public string Plugin { get; } = plugin;

    /// <summary>Adds to the value; <see cref="Status.BadArgument"/> when the kind does not allow it.</summary>
    public abstract Status Increment(long offset);

    /// <summary>Sets a gauge, adds to a counter, adds a sample to a histogram.</summary>
    public abstract void Record(ulong value);

    /// <summary>The value; <see cref="Status.BadArgument"/> when the kind has no single one.</summary>
    public abstract Status Read(out ulong value);

    /// <summary>Writes the samples in the Prometheus text format.</summary>
    public virtual void WritePrometheus(PrometheusText text)
    {
        Read(out var value);
        text.Sample(Name, "", Plugin, null, value);
    }
}
