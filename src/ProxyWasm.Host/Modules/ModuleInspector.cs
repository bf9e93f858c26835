using ProxyWasm.Host.Modules.Inspection;

namespace ProxyWasm.Host.Modules;

/// <summary>Looks at a module as a Proxy-Wasm plugin, before anything of it runs.</summary>
public static class ModuleInspector
{
    /// <summary>
    /// Holds a module against the ABI and against what this host provides. Never fails: every problem is in the result.
    /// Safe for use by several threads.
    /// </summary>
    /// <remarks>
    /// Where the written ABI and Envoy differ this follows Envoy: the first marker counts, <c>malloc</c> goes before
    /// <c>proxy_on_memory_allocate</c>.
    /// </remarks>
    public static ModuleInspection Inspect(WasmModuleInfo module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var report = new ModuleReport();
        var marker = AbiMarkers.Find(module, report);
        var exports = new ExportChecks(module, marker?.Version, report);
        exports.CheckMemory();
        var allocator = exports.FindAllocator();
        var initialization = exports.FindInitialization();
        var main = exports.FindMain(initialization);
        var callbacks = exports.FindCallbacks();
        var imports = ImportChecks.Check(module, report);
        return new ModuleInspection
        {
            Module = module,
            AbiMarker = marker?.Name,
            AbiVersion = marker?.Version,
            Allocator = allocator,
            InitializationExport = initialization,
            MainExport = main,
            Callbacks = callbacks,
            Imports = imports,
            Warnings = [.. report.Warnings],
            Errors = [.. report.Errors],
        };
    }
}
