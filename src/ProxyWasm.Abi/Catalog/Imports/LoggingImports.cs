using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Log records and the clock.</summary>
internal static class LoggingImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy("proxy_log", "level, message, message_size"),
        Proxy("proxy_get_log_level", "level*", AbiVersions.V0_2_1),
        Proxy("proxy_get_current_time_nanoseconds", "time*"),
    ];
}
