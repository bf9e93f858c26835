using ProxyWasm.Abi;

namespace ProxyWasm.Host.Metrics;

/// <summary>Goes up and down between 0 and 2^64 − 1, and stays at the end that it would pass.</summary>
internal sealed class GaugeMetric(string name, string plugin) : PluginMetric(MetricType.Gauge, name, plugin)
{
    private ulong _value;

    public override Status Increment(long offset)
    {
        var seen = Volatile.Read(ref _value);
        while (true)
        {
            var found = Interlocked.CompareExchange(ref _value, Sum(seen, offset), seen);
            if (found == seen)
            {
                return Status.Ok;
            }

            seen = found;
        }
    }

    public override void Record(ulong value) => Volatile.Write(ref _value, value);

    public override Status Read(out ulong value)
    {
        value = Volatile.Read(ref _value);
        return Status.Ok;
    }

    private static ulong Sum(ulong value, long offset)
    {
        var sum = unchecked(value + (ulong)offset);
        if (offset < 0)
        {
            return sum < value ? sum : 0;
        }

        return sum >= value ? sum : ulong.MaxValue;
    }
}
