using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>What compilers expect of any environment.</summary>
internal static class ToolchainImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Extension("pthread_equal", "left, right", WasmValueKind.I32),
        Extension("emscripten_notify_memory_growth", "memory_index", result: null),
        // AssemblyScript; Envoy does not have it.
        Extension("abort", "message, file, line, column", result: null),
    ];
}
