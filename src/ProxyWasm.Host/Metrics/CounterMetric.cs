using ProxyWasm.Abi;

namespace ProxyWasm.Host.Metrics;

/// <summary>Only grows; wraps around at 2^64, which collectors see as a restart.</summary>
internal sealed class CounterMetric(string name, string plugin) : PluginMetric(MetricType.Counter, name, plugin)
{
    private ulong _value;

    public override Status Increment(long offset)
    {
        if (offset <= 0)
        {
            return Status.BadArgument;
        }

        Interlocked.Add(ref _value, (ulong)offset);
        return Status.Ok;
    }

    public override void Record(ulong value) => Interlocked.Add(ref _value, value);

    public override Status Read(out ulong value)
    {
        value = Volatile.Read(ref _value);
        return Status.Ok;
    }
}
