using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.Callback;

namespace ProxyWasm.Abi.Catalog.Exports;

/// <summary>Answers to callouts, queue items and calls from native code.</summary>
internal static class CalloutExports
{
    public static ImmutableArray<Callback> All { get; } =
    [
        Event("proxy_on_http_call_response", "context_id, token, header_count, body_size, trailer_count"),
        Event("proxy_on_grpc_receive_initial_metadata", "context_id, token, element_count"),
        Event("proxy_on_grpc_receive", "context_id, token, message_size"),
        Event("proxy_on_grpc_receive_trailing_metadata", "context_id, token, element_count"),
        Event("proxy_on_grpc_close", "context_id, token, status"),
        Event("proxy_on_queue_ready", "context_id, token"),
        Event("proxy_on_foreign_function", "context_id, function_id, data_size", AbiVersions.V0_2),
        Of(CallbackKind.Extension, "envoy_on_resolve_dns", "context_id, token, result_size", result: null),
        Of(CallbackKind.Extension, "envoy_on_stats_update", "context_id, result_size", result: null),
    ];
}
