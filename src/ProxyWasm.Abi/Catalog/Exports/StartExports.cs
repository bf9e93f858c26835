using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.Callback;

namespace ProxyWasm.Abi.Catalog.Exports;

/// <summary>Markers, the start of the module, and its allocator.</summary>
internal static class StartExports
{
    public static ImmutableArray<Callback> All { get; } =
    [
        .. AbiMarker.All.Select(Marker),
        Of(CallbackKind.Initialization, "_initialize", "", result: null),
        Of(CallbackKind.Initialization, "main", "argument_count, arguments", WasmValueKind.I32),
        Of(CallbackKind.Initialization, "__main_void", "", WasmValueKind.I32),
        Of(CallbackKind.Initialization, "_start", "", result: null),
        Of(CallbackKind.Allocator, "malloc", "size", WasmValueKind.I32),
        Of(CallbackKind.Allocator, "proxy_on_memory_allocate", "size", WasmValueKind.I32),
    ];
}
