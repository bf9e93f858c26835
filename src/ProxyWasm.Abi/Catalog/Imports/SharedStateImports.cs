using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Data and queues shared between virtual machines.</summary>
internal static class SharedStateImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy("proxy_get_shared_data", "key, key_size, value*, value_size*, cas*"),
        Proxy("proxy_set_shared_data", "key, key_size, value, value_size, cas"),
        Proxy("proxy_register_shared_queue", "name, name_size, token*"),
        Proxy("proxy_resolve_shared_queue", "vm_id, vm_id_size, name, name_size, token*"),
        Proxy("proxy_enqueue_shared_queue", "token, item, item_size"),
        Proxy("proxy_dequeue_shared_queue", "token, item*, item_size*"),
    ];
}
