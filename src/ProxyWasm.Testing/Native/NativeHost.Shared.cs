using ProxyWasm.Abi;

namespace ProxyWasm.Testing.Native;

/// <content>Shared data, queues, metrics and calls of other services.</content>
internal sealed partial class NativeHost
{
    private readonly Func<int, int, int, int, int, int> _getData =
        imports.Get<Func<int, int, int, int, int, int>>("proxy_get_shared_data");

    private readonly Func<int, int, int, int, int, int> _setData =
        imports.Get<Func<int, int, int, int, int, int>>("proxy_set_shared_data");

    private readonly Func<int, int, int, int> _register =
        imports.Get<Func<int, int, int, int>>("proxy_register_shared_queue");

    private readonly Func<int, int, int, int, int, int> _resolve =
        imports.Get<Func<int, int, int, int, int, int>>("proxy_resolve_shared_queue");

    private readonly Func<int, int, int, int> _enqueue =
        imports.Get<Func<int, int, int, int>>("proxy_enqueue_shared_queue");

    private readonly Func<int, int, int, int> _dequeue =
        imports.Get<Func<int, int, int, int>>("proxy_dequeue_shared_queue");

    private readonly Func<int, int, int, int, int> _define =
        imports.Get<Func<int, int, int, int, int>>("proxy_define_metric");

    private readonly Func<int, long, int> _increment = imports.Get<Func<int, long, int>>("proxy_increment_metric");
    private readonly Func<int, long, int> _record = imports.Get<Func<int, long, int>>("proxy_record_metric");
    private readonly Func<int, int, int> _getMetric = imports.Get<Func<int, int, int>>("proxy_get_metric");

    private readonly Func<int, int, int, int, int, int, int, int, int, int, int> _httpCall =
        imports.Get<Func<int, int, int, int, int, int, int, int, int, int, int>>("proxy_http_call");

    private readonly Func<int, int, int, int, int, int, int, int, int, int, int, int, int> _grpcCall =
        imports.Get<Func<int, int, int, int, int, int, int, int, int, int, int, int, int>>("proxy_grpc_call");

    private readonly Func<int, int> _grpcCancel = imports.Get<Func<int, int>>("proxy_grpc_cancel");
    private readonly Func<int, int, int, int> _getStatus = imports.Get<Func<int, int, int, int>>("proxy_get_status");

    public override Status GetSharedData(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value, out uint cas)
    {
        var (slots, version, at) = (Slots(), memory.Reserve(sizeof(uint)), memory.Put(key));
        var status = _getData(at, key.Length, slots, slots + sizeof(int), version);
        Number(status, version, out var number);
        cas = (uint)number;
        return Result(status, slots, out value);
    }

    public override Status SetSharedData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, uint cas) =>
        (Status)_setData(memory.Put(key), key.Length, memory.Put(value), value.Length, (int)cas);

    public override Status RegisterSharedQueue(ReadOnlySpan<byte> name, out int queueId)
    {
        var (slot, at) = (memory.Reserve(sizeof(int)), memory.Put(name));
        return Number(_register(at, name.Length, slot), slot, out queueId);
    }

    public override Status ResolveSharedQueue(ReadOnlySpan<byte> vmId, ReadOnlySpan<byte> name, out int queueId)
    {
        var slot = memory.Reserve(sizeof(int));
        return Number(_resolve(memory.Put(vmId), vmId.Length, memory.Put(name), name.Length, slot), slot, out queueId);
    }

    public override Status EnqueueSharedQueue(int queueId, ReadOnlySpan<byte> value) =>
        (Status)_enqueue(queueId, memory.Put(value), value.Length);

    public override Status DequeueSharedQueue(int queueId, out ReadOnlySpan<byte> value)
    {
        var slots = Slots();
        return Result(_dequeue(queueId, slots, slots + sizeof(int)), slots, out value);
    }

    public override Status DefineMetric(MetricType type, ReadOnlySpan<byte> name, out int metricId)
    {
        var (slot, at) = (memory.Reserve(sizeof(int)), memory.Put(name));
        return Number(_define((int)type, at, name.Length, slot), slot, out metricId);
    }

    public override Status IncrementMetric(int metricId, long offset) => (Status)_increment(metricId, offset);

    public override Status RecordMetric(int metricId, ulong value) => (Status)_record(metricId, (long)value);

    public override Status GetMetric(int metricId, out ulong value)
    {
        var slot = memory.Reserve(sizeof(ulong));
        var status = (Status)_getMetric(metricId, slot);
        value = status == Status.Ok ? memory.ReadUInt64(slot) : 0;
        return status;
    }

    public override Status HttpCall(
        ReadOnlySpan<byte> upstream,
        ReadOnlySpan<byte> headers,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> trailers,
        int timeoutMilliseconds,
        out int callId)
    {
        var slot = memory.Reserve(sizeof(int));
        var status = _httpCall(
            memory.Put(upstream),
            upstream.Length,
            memory.Put(headers),
            headers.Length,
            memory.Put(body),
            body.Length,
            memory.Put(trailers),
            trailers.Length,
            timeoutMilliseconds,
            slot);
        return Number(status, slot, out callId);
    }

    public override Status GrpcCall(
        ReadOnlySpan<byte> upstream,
        ReadOnlySpan<byte> service,
        ReadOnlySpan<byte> method,
        ReadOnlySpan<byte> metadata,
        ReadOnlySpan<byte> message,
        int timeoutMilliseconds,
        out int callId)
    {
        var slot = memory.Reserve(sizeof(int));
        var status = _grpcCall(
            memory.Put(upstream),
            upstream.Length,
            memory.Put(service),
            service.Length,
            memory.Put(method),
            method.Length,
            memory.Put(metadata),
            metadata.Length,
            memory.Put(message),
            message.Length,
            timeoutMilliseconds,
            slot);
        return Number(status, slot, out callId);
    }

    public override Status GrpcCancel(int callId) => (Status)_grpcCancel(callId);

    public override Status GetStatus(out int code, out ReadOnlySpan<byte> message)
    {
        var (slot, slots) = (memory.Reserve(sizeof(int)), Slots());
        var status = _getStatus(slot, slots, slots + sizeof(int));
        Number(status, slot, out code);
        return Result(status, slots, out message);
    }
}
