using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Contexts, timers and configuration.</summary>
internal static class LifecycleImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy("proxy_set_effective_context", "context_id"),
        Proxy("proxy_done", ""),
        Proxy("proxy_set_tick_period_milliseconds", "period_ms"),
        Proxy("proxy_get_configuration", "configuration*, configuration_size*", AbiVersions.V0_1_0),
        Proxy("proxy_get_status", "code*, message*, message_size*"),
    ];
}
