using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Hosting;

/// <summary>
/// The host functions of ABI 0.2.1 as the SDK calls them when a plugin does not run as a module but under the JIT, so
/// that a debugger steps through it. A test host derives from this class; in a module the calls go straight to the
/// imports.
/// </summary>
/// <remarks>
/// Spans that come out stay valid until the next callback begins. No member throws for what a plugin gives it: the
/// answer is a status. Called on the thread that is in a callback of the <see cref="PluginInstance"/>.
/// </remarks>
public abstract class HostFunctions
{
    /// <summary><c>proxy_log</c>.</summary>
    public abstract Status Log(LogLevel level, ReadOnlySpan<byte> message);

    /// <summary><c>proxy_get_log_level</c>.</summary>
    public abstract Status GetLogLevel(out LogLevel level);

    /// <summary><c>proxy_get_current_time_nanoseconds</c>: since 1970.</summary>
    public abstract Status GetCurrentTime(out ulong nanoseconds);

    /// <summary><c>proxy_set_effective_context</c>.</summary>
    public abstract Status SetEffectiveContext(int contextId);

    /// <summary><c>proxy_done</c>.</summary>
    public abstract Status Done();

    /// <summary><c>proxy_set_tick_period_milliseconds</c>.</summary>
    public abstract Status SetTickPeriod(int milliseconds);

    /// <summary><c>proxy_get_header_map_pairs</c>, serialised.</summary>
    public abstract Status GetHeaderMapPairs(MapType map, out ReadOnlySpan<byte> pairs);

    /// <summary><c>proxy_set_header_map_pairs</c>, serialised.</summary>
    public abstract Status SetHeaderMapPairs(MapType map, ReadOnlySpan<byte> pairs);

    /// <summary><c>proxy_get_header_map_value</c>.</summary>
    public abstract Status GetHeaderMapValue(MapType map, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value);

    /// <summary><c>proxy_add_header_map_value</c>.</summary>
    public abstract Status AddHeaderMapValue(MapType map, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value);

    /// <summary><c>proxy_replace_header_map_value</c>.</summary>
    public abstract Status ReplaceHeaderMapValue(MapType map, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value);

    /// <summary><c>proxy_remove_header_map_value</c>.</summary>
    public abstract Status RemoveHeaderMapValue(MapType map, ReadOnlySpan<byte> name);

    /// <summary><c>proxy_get_buffer_bytes</c>.</summary>
    public abstract Status GetBufferBytes(BufferType buffer, int start, int length, out ReadOnlySpan<byte> bytes);

    /// <summary><c>proxy_get_buffer_status</c>.</summary>
    public abstract Status GetBufferStatus(BufferType buffer, out int length, out int flags);

    /// <summary><c>proxy_set_buffer_bytes</c>.</summary>
    public abstract Status SetBufferBytes(BufferType buffer, int start, int length, ReadOnlySpan<byte> bytes);

    /// <summary><c>proxy_continue_stream</c>.</summary>
    public abstract Status ContinueStream(StreamType stream);

    /// <summary><c>proxy_close_stream</c>.</summary>
    public abstract Status CloseStream(StreamType stream);

    /// <summary><c>proxy_send_local_response</c>; headers are serialised, -1 is no gRPC status.</summary>
    public abstract Status SendLocalResponse(
        int statusCode,
        ReadOnlySpan<byte> details,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> headers,
        int grpcStatus);

    /// <summary><c>proxy_http_call</c>; headers and trailers are serialised.</summary>
    public abstract Status HttpCall(
        ReadOnlySpan<byte> upstream,
        ReadOnlySpan<byte> headers,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> trailers,
        int timeoutMilliseconds,
        out int callId);

    /// <summary><c>proxy_grpc_call</c>; metadata is serialised.</summary>
    public abstract Status GrpcCall(
        ReadOnlySpan<byte> upstream,
        ReadOnlySpan<byte> service,
        ReadOnlySpan<byte> method,
        ReadOnlySpan<byte> metadata,
        ReadOnlySpan<byte> message,
        int timeoutMilliseconds,
        out int callId);

    /// <summary><c>proxy_grpc_cancel</c>.</summary>
    public abstract Status GrpcCancel(int callId);

    /// <summary><c>proxy_get_status</c>: of the call whose callback runs.</summary>
    public abstract Status GetStatus(out int code, out ReadOnlySpan<byte> message);

    /// <summary><c>proxy_get_shared_data</c>.</summary>
    public abstract Status GetSharedData(scoped ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value, out uint cas);

    /// <summary><c>proxy_set_shared_data</c>; 0 as <paramref name="cas"/> sets without looking.</summary>
    public abstract Status SetSharedData(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, uint cas);

    /// <summary><c>proxy_register_shared_queue</c>.</summary>
    public abstract Status RegisterSharedQueue(ReadOnlySpan<byte> name, out int queueId);

    /// <summary><c>proxy_resolve_shared_queue</c>.</summary>
    public abstract Status ResolveSharedQueue(ReadOnlySpan<byte> vmId, ReadOnlySpan<byte> name, out int queueId);

    /// <summary><c>proxy_enqueue_shared_queue</c>.</summary>
    public abstract Status EnqueueSharedQueue(int queueId, ReadOnlySpan<byte> value);

    /// <summary><c>proxy_dequeue_shared_queue</c>.</summary>
    public abstract Status DequeueSharedQueue(int queueId, out ReadOnlySpan<byte> value);

    /// <summary><c>proxy_define_metric</c>.</summary>
    public abstract Status DefineMetric(MetricType type, ReadOnlySpan<byte> name, out int metricId);

    /// <summary><c>proxy_increment_metric</c>.</summary>
    public abstract Status IncrementMetric(int metricId, long offset);

    /// <summary><c>proxy_record_metric</c>.</summary>
    public abstract Status RecordMetric(int metricId, ulong value);

    /// <summary><c>proxy_get_metric</c>.</summary>
    public abstract Status GetMetric(int metricId, out ulong value);

    /// <summary><c>proxy_get_property</c>; segments of the path are separated by NUL.</summary>
    public abstract Status GetProperty(scoped ReadOnlySpan<byte> path, out ReadOnlySpan<byte> value);

    /// <summary><c>proxy_set_property</c>; segments of the path are separated by NUL.</summary>
    public abstract Status SetProperty(ReadOnlySpan<byte> path, ReadOnlySpan<byte> value);

    /// <summary><c>proxy_call_foreign_function</c>.</summary>
    public abstract Status CallForeignFunction(
        scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> argument, out ReadOnlySpan<byte> result);
}
