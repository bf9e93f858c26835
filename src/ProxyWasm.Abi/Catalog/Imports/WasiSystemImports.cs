using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>WASI functions of the process: environment, clocks, randomness, scheduling, exit.</summary>
internal static class WasiSystemImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Wasi("environ_sizes_get", "count*, size*"),
        Wasi("environ_get", "entries*, text*"),
        Wasi("args_sizes_get", "count*, size*"),
        Wasi("args_get", "entries*, text*"),
        Wasi("clock_time_get", "clock_id, precision:i64, time*"),
        Wasi("clock_res_get", "clock_id, resolution*"),
        Wasi("random_get", "bytes*, bytes_size"),
        Wasi("sched_yield", ""),
        Wasi("poll_oneoff", "subscriptions, events*, subscription_count, event_count*"),
        WasiWithoutResult("proc_exit", "code"),
    ];
}
