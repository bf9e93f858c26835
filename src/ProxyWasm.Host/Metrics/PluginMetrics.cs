using ProxyWasm.Abi;

namespace ProxyWasm.Host.Metrics;

/// <summary>
/// The metrics that plugins define, by name of the plugin; all workers add into the same values. Each is also an
/// instrument of a <see cref="System.Diagnostics.Metrics.Meter"/> named <see cref="MeterName"/> with the tag
/// <c>plugin</c>. Thread-safe.
/// </summary>
/// <remarks>
/// Names are those of the plugin with every character but letters, digits and underscores replaced by an underscore,
/// and <c>wasm_</c> in front if there is no letter first. A name that is taken, or is another kind of metric in another
/// plugin, gets its kind appended. Metrics live as long as a plugin with their name is loaded, so they go on counting
/// when a plugin is replaced before its predecessor is unloaded.
/// </remarks>
public sealed class PluginMetrics
{
    /// <summary>Name of the meters that plugins' metrics belong to.</summary>
    public const string MeterName = "ProxyWasm.Plugins";

    internal const string PluginTag = "plugin";

    // Istio packs all its labels into the name, a few hundred bytes; more is a mistake.
    private const int MaxNameBytes = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, MetricScope> _scopes = new(StringComparer.Ordinal);

    internal PluginMetrics()
    {
    }

    /// <summary>Writes all metrics in the Prometheus text format (version 0.0.4), lines ended by a line feed.</summary>
    /// <param name="writer">Where to write.</param>
    public void WritePrometheus(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        PluginMetric[] metrics;
        lock (_gate)
        {
            metrics = [.. _scopes.Values.SelectMany(scope => scope.Metrics)];
        }

        var text = new PrometheusText(writer);
        var families = metrics.GroupBy(metric => metric.Name).OrderBy(family => family.Key, StringComparer.Ordinal);
        foreach (var family in families)
        {
            text.Family(family.Key, family.First().Type);
            foreach (var metric in family.OrderBy(metric => metric.Plugin, StringComparer.Ordinal))
            {
                metric.WritePrometheus(text);
            }
        }
    }

    /// <summary>Ends all instruments.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            foreach (var scope in _scopes.Values)
            {
                scope.Dispose();
            }

            _scopes.Clear();
        }
    }

    /// <summary>Joins the metrics of a plugin; pair with <see cref="Leave"/>.</summary>
    internal MetricScope Join(string plugin)
    {
        lock (_gate)
        {
            if (!_scopes.TryGetValue(plugin, out var scope))
            {
                scope = new MetricScope(plugin);
                _scopes.Add(plugin, scope);
            }

            scope.Users++;
            return scope;
        }
    }

    internal void Leave(MetricScope scope)
    {
        lock (_gate)
        {
            if (--scope.Users == 0)
            {
                _scopes.Remove(scope.Plugin);
                scope.Dispose();
            }
        }
    }

    /// <summary>Finds or makes a metric.</summary>
    /// <param name="scope">Whose metric.</param>
    /// <param name="type">Kind of metric.</param>
    /// <param name="name">Name as the plugin gives it.</param>
    /// <param name="limit">How many metrics the plugin may have.</param>
    /// <param name="warn">Whether the operator has to be told that the metric is dropped.</param>
    internal PluginMetric Define(MetricScope scope, MetricType type, ReadOnlySpan<byte> name, int limit, out bool warn)
    {
        warn = false;
        lock (_gate)
        {
            if (scope.Find(type, name) is { } metric)
            {
                return metric;
            }

            if (scope.Count < limit && name.Length <= MaxNameBytes)
            {
                return scope.Add(type, name, IsOtherKind);
            }

            warn = scope.TryWarn();
            return DroppedMetric.Of(type);
        }
    }

    // One family of Prometheus has one kind, whatever plugins its samples come from.
    private bool IsOtherKind(string name, MetricType type)
    {
        foreach (var scope in _scopes.Values)
        {
            if (scope.FindNamed(name) is { } metric && metric.Type != type)
            {
                return true;
            }
        }

        return false;
    }
}
