using System.Runtime.InteropServices;

namespace ProxyWasm.Sdk.Hosting;

/// <summary>The imports of a module, with the names and parameters of ABI 0.2.1.</summary>
#pragma warning disable SYSLIB1054 // The compiler for WebAssembly makes imports of these; there is nothing to marshal.
internal static unsafe class Imports
{
    [DllImport("env")]
    public static extern int proxy_log(int level, byte* message, int size);

    [DllImport("env")]
    public static extern int proxy_get_log_level(int* level);

    [DllImport("env")]
    public static extern int proxy_get_current_time_nanoseconds(ulong* time);

    [DllImport("env")]
    public static extern int proxy_set_effective_context(int context);

    [DllImport("env")]
    public static extern int proxy_done();

    [DllImport("env")]
    public static extern int proxy_set_tick_period_milliseconds(int period);

    [DllImport("env")]
    public static extern int proxy_get_header_map_pairs(int map, byte** data, int* size);

    [DllImport("env")]
    public static extern int proxy_set_header_map_pairs(int map, byte* data, int size);

    [DllImport("env")]
    public static extern int proxy_get_header_map_value(
        int map, byte* name, int nameSize, byte** value, int* valueSize);

    [DllImport("env")]
    public static extern int proxy_add_header_map_value(int map, byte* name, int nameSize, byte* value, int valueSize);

    [DllImport("env")]
    public static extern int proxy_replace_header_map_value(
        int map, byte* name, int nameSize, byte* value, int valueSize);

    [DllImport("env")]
    public static extern int proxy_remove_header_map_value(int map, byte* name, int nameSize);

    [DllImport("env")]
    public static extern int proxy_get_buffer_bytes(int buffer, int start, int length, byte** data, int* size);

    [DllImport("env")]
    public static extern int proxy_get_buffer_status(int buffer, int* length, int* flags);

    [DllImport("env")]
    public static extern int proxy_set_buffer_bytes(int buffer, int start, int length, byte* data, int size);

    [DllImport("env")]
    public static extern int proxy_continue_stream(int stream);

    [DllImport("env")]
    public static extern int proxy_close_stream(int stream);

    [DllImport("env")]
    public static extern int proxy_send_local_response(
        int status, byte* details, int detailsSize, byte* body, int bodySize, byte* headers, int headersSize, int grpc);

    [DllImport("env")]
    public static extern int proxy_http_call(
        byte* upstream,
        int upstreamSize,
        byte* headers,
        int headersSize,
        byte* body,
        int bodySize,
        byte* trailers,
        int trailersSize,
        int timeout,
        int* call);

    [DllImport("env")]
    public static extern int proxy_grpc_call(
        byte* upstream,
        int upstreamSize,
        byte* service,
        int serviceSize,
        byte* method,
        int methodSize,
        byte* metadata,
        int metadataSize,
        byte* message,
        int messageSize,
        int timeout,
        int* call);

    [DllImport("env")]
    public static extern int proxy_grpc_cancel(int call);

    [DllImport("env")]
    public static extern int proxy_get_status(int* code, byte** message, int* size);

    [DllImport("env")]
    public static extern int proxy_get_shared_data(byte* key, int keySize, byte** value, int* valueSize, uint* cas);

    [DllImport("env")]
    public static extern int proxy_set_shared_data(byte* key, int keySize, byte* value, int valueSize, uint cas);

    [DllImport("env")]
    public static extern int proxy_register_shared_queue(byte* name, int nameSize, int* queue);

    [DllImport("env")]
    public static extern int proxy_resolve_shared_queue(byte* vm, int vmSize, byte* name, int nameSize, int* queue);

    [DllImport("env")]
    public static extern int proxy_enqueue_shared_queue(int queue, byte* value, int size);

    [DllImport("env")]
    public static extern int proxy_dequeue_shared_queue(int queue, byte** value, int* size);

    [DllImport("env")]
    public static extern int proxy_define_metric(int type, byte* name, int nameSize, int* metric);

    [DllImport("env")]
    public static extern int proxy_increment_metric(int metric, long offset);

    [DllImport("env")]
    public static extern int proxy_record_metric(int metric, ulong value);

    [DllImport("env")]
    public static extern int proxy_get_metric(int metric, ulong* value);

    [DllImport("env")]
    public static extern int proxy_get_property(byte* path, int pathSize, byte** value, int* size);

    [DllImport("env")]
    public static extern int proxy_set_property(byte* path, int pathSize, byte* value, int size);

    [DllImport("env")]
    public static extern int proxy_call_foreign_function(
        byte* name, int nameSize, byte* argument, int argumentSize, byte** result, int* resultSize);
}
