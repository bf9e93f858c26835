namespace ProxyWasm.Host.Modules;

/// <summary>A table of references of a module.</summary>
/// <param name="ElementType">What it holds.</param>
/// <param name="Limits">Its size in elements.</param>
/// <param name="IsImported">Whether the host has to provide it.</param>
public sealed record WasmTable(WasmValueType ElementType, WasmLimits Limits, bool IsImported);
