using ProxyWasm.Abi;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>
/// Host functions of the ABI that this version does not carry out. They are linked, so that modules load, and answer
/// <see cref="Status.Unimplemented"/>.
/// </summary>
internal static class UnimplementedCalls
{
    private const int Answer = (int)Status.Unimplemented;

    public static IReadOnlySet<string> Names { get; } = new HashSet<string>
    {
        "proxy_get_status",
        "proxy_http_call", "proxy_grpc_call", "proxy_grpc_stream", "proxy_grpc_send", "proxy_grpc_close",
        "proxy_grpc_cancel", "envoy_resolve_dns",
        "proxy_call_foreign_function",
    };

    public static void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int>("proxy_get_status", static (_, _, _) => Answer);
        registry.Add<int, int, int, int, int, int, int, int, int, int>(
            "proxy_http_call", static (_, _, _, _, _, _, _, _, _, _) => Answer);
        registry.Add<int, int, int, int, int, int, int, int, int, int, int, int>(
            "proxy_grpc_call", static (_, _, _, _, _, _, _, _, _, _, _, _) => Answer);
        registry.Add<int, int, int, int, int, int, int, int, int>(
            "proxy_grpc_stream", static (_, _, _, _, _, _, _, _, _) => Answer);
        registry.Add<int, int, int, int>("proxy_grpc_send", static (_, _, _, _) => Answer);
        registry.Add<int>("proxy_grpc_close", static _ => Answer);
        registry.Add<int>("proxy_grpc_cancel", static _ => Answer);
        registry.Add<int, int, int>("envoy_resolve_dns", static (_, _, _) => Answer);
        registry.Add<int, int, int, int, int, int>(
            "proxy_call_foreign_function", static (_, _, _, _, _, _) => Answer);
    }
}
