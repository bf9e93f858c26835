using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Metrics;

/// <summary>A number that goes up and down.</summary>
/// <param name="name">Its name.</param>
public sealed class Gauge(string name) : Metric(MetricType.Gauge, name)
{
    /// <summary>The number; 0 when the host does not tell.</summary>
    public ulong Value => Read();

    /// <summary>Adds to it, or takes away.</summary>
    public void Add(long amount)
    {
        if (TryGetId(out var id))
        {
            Hostcalls.IncrementMetric(id, amount);
        }
    }

    /// <summary>Sets it.</summary>
    public void Set(ulong value)
    {
        if (TryGetId(out var id))
        {
            Hostcalls.RecordMetric(id, value);
        }
    }
}
