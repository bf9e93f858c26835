using System.Collections.Immutable;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Modules;

/// <summary>
/// A module seen as a Proxy-Wasm plugin: what it declares, what a host will call, and everything that keeps it from
/// running. Immutable and safe for use by several threads.
/// </summary>
public sealed record ModuleInspection
{
    /// <summary>The module that was inspected.</summary>
    public required WasmModuleInfo Module { get; init; }

    /// <summary>The export that declares the ABI version, or null when there is none, which is an error.</summary>
    public string? AbiMarker { get; init; }

    /// <summary>The version declared by <see cref="AbiMarker"/>, or null without one.</summary>
    public AbiVersion? AbiVersion { get; init; }

    /// <summary>The export that gives the host memory in the guest, or null when there is none, an error.</summary>
    public string? Allocator { get; init; }

    /// <summary><c>_initialize</c>, else <c>_start</c>, else null: the first export that a host calls.</summary>
    public string? InitializationExport { get; init; }

    /// <summary>
    /// <c>main</c>, else <c>__main_void</c>, else null: called after <c>_initialize</c>, and only together with it.
    /// </summary>
    public string? MainExport { get; init; }

    /// <summary>Callbacks of the ABI that the module has with the right type, in the order of the file.</summary>
    public required ImmutableArray<string> Callbacks { get; init; }

    /// <summary>All imports, in the order of the file.</summary>
    public required ImmutableArray<InspectedImport> Imports { get; init; }

    /// <summary>What is unusual, but does not keep the module from running.</summary>
    public required ImmutableArray<ModuleProblem> Warnings { get; init; }

    /// <summary>What keeps the module from running. All of it, not only what was found first.</summary>
    public required ImmutableArray<ModuleProblem> Errors { get; init; }

    /// <summary>Whether this host can load the module.</summary>
    public bool IsRunnable => Errors.IsEmpty;

    /// <summary>Throws when the module cannot run.</summary>
    /// <exception cref="ModuleException">It names every error; its id and hint are those of the first.</exception>
    public void ThrowIfNotRunnable()
    {
        if (!IsRunnable)
        {
            var first = Errors[0];
            var all = string.Join("; ", Errors.Select(static error => error.Message));
            throw new ModuleException(first with { Message = all });
        }
    }
}
