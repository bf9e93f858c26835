using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Metrics;

/// <summary>How often values of which size occur.</summary>
/// <param name="name">Its name.</param>
public sealed class Histogram(string name) : Metric(MetricType.Histogram, name)
{
    /// <summary>Counts a value, in whatever unit the name says.</summary>
    public void Record(ulong value)
    {
        if (TryGetId(out var id))
        {
            Hostcalls.RecordMetric(id, value);
        }
    }
}
