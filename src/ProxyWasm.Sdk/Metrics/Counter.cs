using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Metrics;

/// <summary>A number that only grows.</summary>
/// <param name="name">Its name.</param>
public sealed class Counter(string name) : Metric(MetricType.Counter, name)
{
    /// <summary>The number; 0 when the host does not tell.</summary>
    public ulong Value => Read();

    /// <summary>Makes it grow.</summary>
    /// <param name="amount">By how much; not negative.</param>
    public void Add(long amount = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (TryGetId(out var id))
        {
            Hostcalls.IncrementMetric(id, amount);
        }
    }
}
