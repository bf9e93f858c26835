using ProxyWasm.Abi;

namespace ProxyWasm.Host.Metrics;

/// <summary>
/// The metrics of a virtual machine by the number the guest knows: the low two bits are the kind, the rest counts from
/// 1. Used inside of its worker.
/// </summary>
internal sealed class MetricTable
{
    private const int TypeBits = 2;
    private const int TypeMask = 3;

    private readonly List<PluginMetric>[] _metrics = [[], [], []];
    private readonly Dictionary<PluginMetric, int> _ids = [];

    public static bool IsHistogram(int id) => (id & TypeMask) == (int)MetricType.Histogram;

    /// <summary>Whether the number cannot be one of a metric.</summary>
    public static bool IsNoKind(int id) => (id & TypeMask) > (int)MetricType.Histogram;

    public PluginMetric? Find(int id)
    {
        if (IsNoKind(id))
        {
            return null;
        }

        var metrics = _metrics[id & TypeMask];
        var index = (int)((uint)id >> TypeBits) - 1;
        return (uint)index < (uint)metrics.Count ? metrics[index] : null;
    }

    /// <summary>The number of a metric, the same for every definition.</summary>
    public int IdOf(PluginMetric metric)
    {
        if (!_ids.TryGetValue(metric, out var id))
        {
            var metrics = _metrics[(int)metric.Type];
            metrics.Add(metric);
            id = (metrics.Count << TypeBits) | (int)metric.Type;
            _ids.Add(metric, id);
        }

        return id;
    }
}
