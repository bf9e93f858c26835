using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Header maps; <c>map_type</c> is a <see cref="MapType"/>.</summary>
internal static class HeaderMapImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy("proxy_get_header_map_size", "map_type, size*"),
        Proxy("proxy_get_header_map_pairs", "map_type, pairs*, pairs_size*"),
        Proxy("proxy_set_header_map_pairs", "map_type, pairs, pairs_size"),
        Proxy("proxy_get_header_map_value", "map_type, key, key_size, value*, value_size*"),
        Proxy("proxy_add_header_map_value", "map_type, key, key_size, value, value_size"),
        Proxy("proxy_replace_header_map_value", "map_type, key, key_size, value, value_size"),
        Proxy("proxy_remove_header_map_value", "map_type, key, key_size"),
    ];
}
