using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>WASI functions of sockets.</summary>
internal static class WasiSocketImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Wasi("sock_accept", "fd, flags, accepted*"),
        Wasi("sock_recv", "fd, iovs, iovs_count, flags, read*, out_flags*"),
        Wasi("sock_send", "fd, iovs, iovs_count, flags, written*"),
        Wasi("sock_shutdown", "fd, how"),
    ];
}
