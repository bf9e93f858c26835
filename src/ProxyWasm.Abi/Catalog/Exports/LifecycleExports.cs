using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.Callback;

namespace ProxyWasm.Abi.Catalog.Exports;

/// <summary>Life of the virtual machine and of contexts; the answers are booleans.</summary>
internal static class LifecycleExports
{
    public static ImmutableArray<Callback> All { get; } =
    [
        Event("proxy_on_context_create", "context_id, parent_context_id"),
        Question("proxy_on_vm_start", "root_context_id, vm_configuration_size"),
        // Only ABI 0.1.0 documents it; libraries of all versions export it and Envoy looks it up in all.
        Question("proxy_validate_configuration", "root_context_id, plugin_configuration_size"),
        Question("proxy_on_configure", "root_context_id, plugin_configuration_size"),
        Event("proxy_on_tick", "root_context_id"),
        Question("proxy_on_done", "context_id"),
        Event("proxy_on_log", "context_id"),
        Event("proxy_on_delete", "context_id"),
    ];
}
