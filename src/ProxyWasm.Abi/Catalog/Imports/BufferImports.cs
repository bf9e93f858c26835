using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>Bodies and other byte buffers; <c>buffer_type</c> is a <see cref="BufferType"/>.</summary>
internal static class BufferImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Proxy("proxy_get_buffer_bytes", "buffer_type, start, max_size, bytes*, bytes_size*"),
        Proxy("proxy_get_buffer_status", "buffer_type, length*, flags*"),
        Proxy("proxy_set_buffer_bytes", "buffer_type, start, size, bytes, bytes_size"),
    ];
}
