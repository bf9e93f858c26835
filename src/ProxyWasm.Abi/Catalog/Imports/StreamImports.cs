using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Control of the stream; <c>stream_type</c> is a <see cref="StreamType"/>.</summary>
internal static class StreamImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy("proxy_continue_stream", "stream_type", AbiVersions.V0_2),
        Proxy("proxy_close_stream", "stream_type", AbiVersions.V0_2),
        Proxy("proxy_continue_request", "", AbiVersions.V0_1_0),
        Proxy("proxy_continue_response", "", AbiVersions.V0_1_0),
        Proxy("proxy_clear_route_cache", "", AbiVersions.V0_1_0),
        Proxy(
            "proxy_send_local_response",
            "status_code, details, details_size, body, body_size, headers, headers_size, grpc_status"),
    ];
}
