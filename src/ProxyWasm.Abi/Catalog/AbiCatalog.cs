using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ProxyWasm.Abi.Catalog.Exports;
using ProxyWasm.Abi.Catalog.Imports;

namespace ProxyWasm.Abi.Catalog;

/// <summary>
/// The ABI as data: every function that crosses the boundary, in both directions. What a host links, what tools check
/// a module against and what the documentation lists comes from here. Safe for use by several threads.
/// </summary>
/// <remarks>
/// Sources: the Proxy-Wasm specifications 0.1.0, 0.2.0 and 0.2.1 (https://github.com/proxy-wasm/spec), WASI preview 1,
/// and what Envoy provides beyond them.
/// </remarks>
public static class AbiCatalog
{
    /// <summary>Every function a host provides, group by group; WASI functions once, for both modules.</summary>
    public static ImmutableArray<HostFunction> HostFunctions { get; } =
    [
        .. LoggingImports.All,
        .. LifecycleImports.All,
        .. HeaderMapImports.All,
        .. BufferImports.All,
        .. StreamImports.All,
        .. CalloutImports.All,
        .. SharedStateImports.All,
        .. MetricImports.All,
        .. PropertyImports.All,
        .. ToolchainImports.All,
        .. WasiFileImports.All,
        .. WasiPathImports.All,
        .. WasiSocketImports.All,
        .. WasiSystemImports.All,
    ];

    /// <summary>Every function a plugin may export for its host, group by group.</summary>
    public static ImmutableArray<Callback> Callbacks { get; } =
    [
        .. StartExports.All,
        .. LifecycleExports.All,
        .. TcpExports.All,
        .. HttpExports.All,
        .. CalloutExports.All,
    ];

    // Below the arrays, since initialisers run in textual order.
    private static readonly FrozenDictionary<string, HostFunction> HostFunctionsByName =
        HostFunctions.ToFrozenDictionary(static function => function.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Callback> CallbacksByName =
        Callbacks.ToFrozenDictionary(static callback => callback.Name, StringComparer.Ordinal);

    /// <summary>Finds the host function an import means.</summary>
    /// <param name="module">Module of the import.</param>
    /// <param name="name">Name of the import.</param>
    /// <param name="function">The function, or null.</param>
    /// <returns>Whether the function is part of the catalogue, in this module.</returns>
    public static bool TryGetHostFunction(
        string module, string name, [NotNullWhen(true)] out HostFunction? function)
    {
        if (HostFunctionsByName.TryGetValue(name, out function) && function.Modules.Contains(module))
        {
            return true;
        }

        function = null;
        return false;
    }

    /// <summary>Finds the callback an export means.</summary>
    /// <param name="name">Name of the export.</param>
    /// <param name="callback">The callback, or null.</param>
    /// <returns>Whether the callback is part of the catalogue.</returns>
    public static bool TryGetCallback(string name, [NotNullWhen(true)] out Callback? callback) =>
        CallbacksByName.TryGetValue(name, out callback);
}
