using ProxyWasm.Abi;

namespace ProxyWasm.Host.Metrics;

/// <summary>
/// Stands for every metric beyond the limit of a plugin: answers as a metric would, and keeps nothing. Guest libraries
/// stop the plugin when a definition is refused.
/// </summary>
internal sealed class DroppedMetric : PluginMetric
{
    private DroppedMetric(MetricType type)
        : base(type, "", "")
    {
    }

    private static DroppedMetric[] All { get; } =
        [new(MetricType.Counter), new(MetricType.Gauge), new(MetricType.Histogram)];

    public static DroppedMetric Of(MetricType type) => All[(int)type];

    public override Status Increment(long offset) => Type switch
    {
        MetricType.Counter => offset > 0 ? Status.Ok : Status.BadArgument,
        MetricType.Gauge => Status.Ok,
        _ => Status.BadArgument,
    };

    public override void Record(ulong value)
    {
    }

    public override Status Read(out ulong value)
    {
        value = 0;
        return Type == MetricType.Histogram ? Status.BadArgument : Status.Ok;
    }
}
