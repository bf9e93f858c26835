using System.Collections.Immutable;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Catalog;

namespace ProxyWasm.Host.Modules.Inspection;

/// <summary>Finds the exports that a host calls and holds their types against the ABI.</summary>
internal sealed class ExportChecks(WasmModuleInfo module, AbiVersion? version, ModuleReport report)
{
    private const string Memory = "memory";

    /// <summary>Envoy prefers the libc name over that of the specification: plugins were tested that way.</summary>
    public string? FindAllocator()
    {
        var allocator = FindFunction("malloc") ?? FindFunction("proxy_on_memory_allocate");
        if (allocator is null)
        {
            report.AllocatorMissing();
        }

        return allocator;
    }

    /// <summary><c>_start</c> belongs to command modules, and is not called where <c>_initialize</c> exists.</summary>
    public string? FindInitialization() => FindFunction("_initialize") ?? FindFunction("_start");

    /// <summary>Without <c>_initialize</c> the toolchain's <c>_start</c> calls the program by itself.</summary>
    public string? FindMain(string? initialization) =>
        initialization == "_initialize" ? FindFunction("main") ?? FindFunction("__main_void") : null;

    /// <summary>Names of the callbacks with the right type; for each of the others the report gets an error.</summary>
    public ImmutableArray<string> FindCallbacks()
    {
        var callbacks = ImmutableArray.CreateBuilder<string>();
        foreach (var export in module.Exports)
        {
            if (export.FunctionType is { } actual
                && AbiCatalog.TryGetCallback(export.Name, out var callback)
                && callback.Kind is CallbackKind.Event or CallbackKind.Extension
                && HasRightType(callback, actual))
            {
                callbacks.Add(export.Name);
            }
        }

        return callbacks.ToImmutable();
    }

    /// <summary>An imported memory is an error of its import, and not reported twice.</summary>
    public void CheckMemory()
    {
        if (!module.TryGetExport(Memory, out var export) || export.Kind != WasmExternalKind.Memory)
        {
            report.MemoryMissing();
            return;
        }

        var memory = module.Memories[(int)export.Index];
        if (memory.Limits.Is64Bit)
        {
            report.MemoryUnsupported("64-bit");
        }
        else if (memory.Limits.IsShared)
        {
            report.MemoryUnsupported("shared");
        }
        else if (memory.PageBytes == 1)
        {
            report.MemoryUnsupported("made of pages of one byte");
        }
    }

    private string? FindFunction(string name)
    {
        if (!module.TryGetFunction(name, out var actual))
        {
            return null;
        }

        if (AbiCatalog.TryGetCallback(name, out var callback))
        {
            HasRightType(callback, actual);
        }

        return name;
    }

    private bool HasRightType(Callback callback, WasmFunctionType actual)
    {
        if (version is not { } declared)
        {
            return callback.Forms.Any(form => form.Signature.ToFunctionType().Equals(actual));
        }

        if (!callback.TryGetSignature(declared, out var signature))
        {
            return false;
        }

        var expected = signature.ToFunctionType();
        if (!expected.Equals(actual))
        {
            report.WrongType(callback.Name, expected, actual, declared);
            return false;
        }

        return true;
    }
}
