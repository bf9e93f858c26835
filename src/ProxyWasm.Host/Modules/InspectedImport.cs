namespace ProxyWasm.Host.Modules;

/// <summary>An import of a module, held against what this host provides.</summary>
/// <param name="Import">What the module asks for.</param>
/// <param name="State">Whether the host has it.</param>
/// <param name="ExpectedType">The type of the host's function, when it has one of this name; otherwise null.</param>
public sealed record InspectedImport(WasmImport Import, ImportState State, WasmFunctionType? ExpectedType);
