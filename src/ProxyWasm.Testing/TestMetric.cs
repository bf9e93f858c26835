using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Metrics;

namespace ProxyWasm.Testing;

/// <summary>A metric of the plugin at one moment.</summary>
/// <param name="Name">Name as the plugin gave it.</param>
/// <param name="Type">Kind of metric.</param>
/// <param name="Value">The value; of a histogram the sum of its samples.</param>
/// <param name="Count">Number of samples of a histogram; else 0.</param>
public sealed record TestMetric(string Name, MetricType Type, ulong Value, long Count)
{
    internal static IReadOnlyList<TestMetric> All(MetricScope scope) =>
        [.. Enum.GetValues<MetricType>().SelectMany(scope.OfType).Select(pair => Of(pair.Key, pair.Value))];

    private static TestMetric Of(byte[] name, PluginMetric metric)
    {
        var text = Encoding.UTF8.GetString(name);
        if (metric is HistogramMetric histogram)
        {
            return new TestMetric(text, metric.Type, histogram.Sum, histogram.Count);
        }

        metric.Read(out var value);
        return new TestMetric(text, metric.Type, value, 0);
    }
}
