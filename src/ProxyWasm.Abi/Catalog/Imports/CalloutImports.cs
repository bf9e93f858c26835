using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Calls to other services.</summary>
internal static class CalloutImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy(
            "proxy_http_call",
            "upstream, upstream_size, headers, headers_size, body, body_size, trailers, trailers_size, "
            + "timeout_ms, token*"),
        Proxy(
            "proxy_grpc_call",
            "upstream, upstream_size, service, service_size, method, method_size, metadata, "
            + "metadata_size, message, message_size, timeout_ms, token*"),
        Proxy(
            "proxy_grpc_stream",
            "upstream, upstream_size, service, service_size, method, method_size, metadata, metadata_size, token*"),
        Proxy("proxy_grpc_send", "token, message, message_size, end_of_stream"),
        Proxy("proxy_grpc_close", "token"),
        Proxy("proxy_grpc_cancel", "token"),
        Extension("envoy_resolve_dns", "address, address_size, token*", WasmValueKind.I32),
    ];
}
