using ProxyWasm.Abi;
using ProxyWasm.Host.Failures;
using ProxyWasm.Host.Metrics;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Metrics that plugins define (section 6.4 of the ABI reference).</summary>
internal sealed class MetricCalls(Vm vm)
{
    private readonly MetricTable _metrics = new();

    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int, int>("proxy_define_metric", DefineMetric);
        registry.Add<int, long>("proxy_increment_metric", Increment);
        registry.Add<int, long>("proxy_record_metric", Record);
        registry.Add<int, int>("proxy_get_metric", Get);
    }

    private int DefineMetric(int type, int name, int nameSize, int idSlot)
    {
        if ((uint)type > (uint)MetricType.Histogram || vm.Effective.Root is not { } root)
        {
            return (int)Status.BadArgument;
        }

        if (!vm.Memory.TryView(name, nameSize, out var nameBytes) || !vm.Memory.TryView(idSlot, sizeof(uint), out _))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var limit = vm.Definition.Limits.Metrics;
        var metric = vm.Services.Metrics.Define(root.Metrics, (MetricType)type, nameBytes, limit, out var warn);
        if (warn)
        {
            Log.TooManyMetrics(vm.Services.Log, root.Options.Name, GuestText.Printable(nameBytes), limit);
        }

        vm.Memory.TryWriteUInt32(idSlot, (uint)_metrics.IdOf(metric));
        return (int)Status.Ok;
    }

    private int Increment(int id, long offset)
    {
        if (_metrics.Find(id) is { } metric)
        {
            return (int)metric.Increment(offset);
        }

        return (int)Unknown(id);
    }

    private int Record(int id, long value)
    {
        if (_metrics.Find(id) is not { } metric)
        {
            return (int)Status.NotFound;
        }

        metric.Record((ulong)value);
        return (int)Status.Ok;
    }

    private int Get(int id, int valueSlot)
    {
        if (_metrics.Find(id) is not { } metric)
        {
            return (int)Unknown(id);
        }

        var status = metric.Read(out var value);
        if (status == Status.Ok && !vm.Memory.TryWriteUInt64(valueSlot, value))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        return (int)status;
    }

    // What kind a number is of is looked at before whether it is known.
    private static Status Unknown(int id) =>
        MetricTable.IsHistogram(id) || MetricTable.IsNoKind(id) ? Status.BadArgument : Status.NotFound;
}
