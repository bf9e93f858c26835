using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.Callback;

namespace ProxyWasm.Abi.Catalog.Exports;

/// <summary>TCP connections; the answers are numbers of <see cref="Actions.TcpAction"/>.</summary>
internal static class TcpExports
{
    public static ImmutableArray<Callback> All { get; } =
    [
        Question("proxy_on_new_connection", "context_id"),
        Question("proxy_on_downstream_data", "context_id, data_size, end_of_stream"),
        Question("proxy_on_upstream_data", "context_id, data_size, end_of_stream"),
        Event("proxy_on_downstream_connection_close", "context_id, peer_type"),
        Event("proxy_on_upstream_connection_close", "context_id, peer_type"),
    ];
}
