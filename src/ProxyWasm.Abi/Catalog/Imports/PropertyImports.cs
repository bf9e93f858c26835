using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Properties of the stream, and functions found by name.</summary>
internal static class PropertyImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy("proxy_get_property", "path, path_size, value*, value_size*"),
        Proxy("proxy_set_property", "path, path_size, value, value_size"),
        Proxy("proxy_call_foreign_function", "name, name_size, arguments, arguments_size, result*, result_size*"),
    ];
}
