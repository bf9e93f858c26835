using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Hosting;

internal static unsafe partial class Hostcalls
{
    public static Status GetSharedData(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value, out uint cas)
    {
        if (!IsModule)
        {
            return Native.GetSharedData(key, out value, out cas);
        }

        uint casOut = 0;
        byte* valueData = null;
        var valueSize = 0;
        fixed (byte* keyData = key)
        {
            var status = Imports.proxy_get_shared_data(keyData, key.Length, &valueData, &valueSize, &casOut);
            cas = casOut;
            value = Bytes(status, valueData, valueSize);
            return (Status)status;
        }
    }

    public static Status SetSharedData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, uint cas)
    {
        if (!IsModule)
        {
            return Native.SetSharedData(key, value, cas);
        }

        fixed (byte* keyData = key)
        fixed (byte* valueData = value)
        {
            return (Status)Imports.proxy_set_shared_data(keyData, key.Length, valueData, value.Length, cas);
        }
    }

    public static Status RegisterSharedQueue(ReadOnlySpan<byte> name, out int queueId)
    {
        if (!IsModule)
        {
            return Native.RegisterSharedQueue(name, out queueId);
        }

        int queueIdOut = 0;
        fixed (byte* nameData = name)
        {
            var status = Imports.proxy_register_shared_queue(nameData, name.Length, &queueIdOut);
            queueId = queueIdOut;
            return (Status)status;
        }
    }

    public static Status ResolveSharedQueue(ReadOnlySpan<byte> vmId, ReadOnlySpan<byte> name, out int queueId)
    {
        if (!IsModule)
        {
            return Native.ResolveSharedQueue(vmId, name, out queueId);
        }

        int queueIdOut = 0;
        fixed (byte* vmIdData = vmId)
        fixed (byte* nameData = name)
        {
            var status = Imports.proxy_resolve_shared_queue(vmIdData, vmId.Length, nameData, name.Length, &queueIdOut);
            queueId = queueIdOut;
            return (Status)status;
        }
    }

    public static Status EnqueueSharedQueue(int queueId, ReadOnlySpan<byte> value)
    {
        if (!IsModule)
        {
            return Native.EnqueueSharedQueue(queueId, value);
        }

        fixed (byte* valueData = value)
        {
            return (Status)Imports.proxy_enqueue_shared_queue(queueId, valueData, value.Length);
        }
    }

    public static Status DequeueSharedQueue(int queueId, out ReadOnlySpan<byte> value)
    {
        if (!IsModule)
        {
            return Native.DequeueSharedQueue(queueId, out value);
        }

        byte* valueData = null;
        var valueSize = 0;
        var status = Imports.proxy_dequeue_shared_queue(queueId, &valueData, &valueSize);
        value = Bytes(status, valueData, valueSize);
        return (Status)status;
    }

    public static Status DefineMetric(MetricType type, ReadOnlySpan<byte> name, out int metricId)
    {
        if (!IsModule)
        {
            return Native.DefineMetric(type, name, out metricId);
        }

        int metricIdOut = 0;
        fixed (byte* nameData = name)
        {
            var status = Imports.proxy_define_metric((int)type, nameData, name.Length, &metricIdOut);
            metricId = metricIdOut;
            return (Status)status;
        }
    }

    public static Status IncrementMetric(int metricId, long offset)
    {
        if (!IsModule)
        {
            return Native.IncrementMetric(metricId, offset);
        }

        return (Status)Imports.proxy_increment_metric(metricId, offset);
    }

    public static Status RecordMetric(int metricId, ulong value)
    {
        if (!IsModule)
        {
            return Native.RecordMetric(metricId, value);
        }

        return (Status)Imports.proxy_record_metric(metricId, value);
    }

    public static Status GetMetric(int metricId, out ulong value)
    {
        if (!IsModule)
        {
            return Native.GetMetric(metricId, out value);
        }

        ulong valueOut = 0;
        var status = Imports.proxy_get_metric(metricId, &valueOut);
        value = valueOut;
        return (Status)status;
    }
}
