using System.Text;
using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Tests.Hosts;

internal sealed partial class FakeHost
{
    public Dictionary<string, (byte[] Value, uint Cas)> Shared { get; } = [];

    public List<string> QueueNames { get; } = [];

    public Dictionary<int, Queue<byte[]>> Queues { get; } = [];

    public Dictionary<string, ulong> Metrics { get; } = [];

    public override Status GetSharedData(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value, out uint cas)
    {
        var found = Shared.GetValueOrDefault(Encoding.UTF8.GetString(key));
        cas = found.Cas;
        value = Out(nameof(GetSharedData), found.Value, out var status);
        return status;
    }

    public override Status SetSharedData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, uint cas)
    {
        if (Refuses(nameof(SetSharedData), out var status))
        {
            return status;
        }

        var name = Encoding.UTF8.GetString(key);
        var old = Shared.GetValueOrDefault(name).Cas;
        if (cas != 0 && cas != old)
        {
            return Status.CasMismatch;
        }

        Shared[name] = (value.ToArray(), old + 1);
        return Status.Ok;
    }

    public override Status RegisterSharedQueue(ReadOnlySpan<byte> name, out int queueId)
    {
        queueId = 0;
        if (!Refuses(nameof(RegisterSharedQueue), out var status))
        {
            queueId = QueueOf(Encoding.UTF8.GetString(name));
        }

        return status;
    }

    public override Status ResolveSharedQueue(ReadOnlySpan<byte> vmId, ReadOnlySpan<byte> name, out int queueId)
    {
        queueId = 0;
        if (Refuses(nameof(ResolveSharedQueue), out var status))
        {
            return status;
        }

        queueId = QueueNames.IndexOf(Encoding.UTF8.GetString(name)) + 1;
        return queueId == 0 ? Status.NotFound : Status.Ok;
    }

    public override Status EnqueueSharedQueue(int queueId, ReadOnlySpan<byte> value)
    {
        if (Refuses(nameof(EnqueueSharedQueue), out var status))
        {
            return status;
        }

        if (!Queues.TryGetValue(queueId, out var queue))
        {
            return Status.NotFound;
        }

        queue.Enqueue(value.ToArray());
        return Status.Ok;
    }

    public override Status DequeueSharedQueue(int queueId, out ReadOnlySpan<byte> value)
    {
        value = Out(nameof(DequeueSharedQueue), [], out var status);
        if (status != Status.Ok)
        {
            return status;
        }

        if (!Queues.TryGetValue(queueId, out var queue))
        {
            return Status.NotFound;
        }

        if (!queue.TryDequeue(out var first))
        {
            return Status.Empty;
        }

        value = first;
        return Status.Ok;
    }

    public override Status DefineMetric(MetricType type, ReadOnlySpan<byte> name, out int metricId)
    {
        metricId = 0;
        if (!Refuses(nameof(DefineMetric), out var status))
        {
            Metrics.TryAdd(Encoding.UTF8.GetString(name), 0);
            metricId = Metrics.Keys.ToList().IndexOf(Encoding.UTF8.GetString(name)) + 1;
        }

        return status;
    }

    public override Status IncrementMetric(int metricId, long offset) => Change(
        nameof(IncrementMetric), metricId, value => value + (ulong)offset);

    public override Status RecordMetric(int metricId, ulong value) => Change(
        nameof(RecordMetric), metricId, _ => value);

    public override Status GetMetric(int metricId, out ulong value)
    {
        value = 0;
        if (!Refuses(nameof(GetMetric), out var status) && metricId > 0 && metricId <= Metrics.Count)
        {
            value = Metrics.Values.ElementAt(metricId - 1);
        }

        return status;
    }

    private Status Change(string function, int metricId, Func<ulong, ulong> change)
    {
        if (Refuses(function, out var status))
        {
            return status;
        }

        if (metricId < 1 || metricId > Metrics.Count)
        {
            return Status.NotFound;
        }

        var name = Metrics.Keys.ElementAt(metricId - 1);
        Metrics[name] = change(Metrics[name]);
        return Status.Ok;
    }

    private int QueueOf(string name)
    {
        if (!QueueNames.Contains(name))
        {
            QueueNames.Add(name);
            Queues[QueueNames.Count] = [];
        }

        return QueueNames.IndexOf(name) + 1;
    }
}
