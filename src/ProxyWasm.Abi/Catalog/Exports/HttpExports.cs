using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.Callback;

namespace ProxyWasm.Abi.Catalog.Exports;

/// <summary>HTTP streams; the answers are the numbers <see cref="Actions.CallbackResult"/> explains.</summary>
internal static class HttpExports
{
    public static ImmutableArray<Callback> All { get; } =
    [
        Question("proxy_on_request_headers", "context_id, header_count", "context_id, header_count, end_of_stream"),
        Question("proxy_on_request_body", "context_id, body_size, end_of_stream"),
        Question("proxy_on_request_trailers", "context_id, trailer_count"),
        Question("proxy_on_request_metadata", "context_id, element_count"),
        Question("proxy_on_response_headers", "context_id, header_count", "context_id, header_count, end_of_stream"),
        Question("proxy_on_response_body", "context_id, body_size, end_of_stream"),
        Question("proxy_on_response_trailers", "context_id, trailer_count"),
        Question("proxy_on_response_metadata", "context_id, element_count"),
    ];
}
