namespace ProxyWasm.Host.Modules;

/// <summary>A linear memory of a module.</summary>
/// <param name="Limits">Its size in pages of <paramref name="PageBytes"/>.</param>
/// <param name="PageBytes">Size of a page: 65536 unless the module uses custom page sizes, which may give 1.</param>
/// <param name="IsImported">Whether the host has to provide it.</param>
public sealed record WasmMemory(WasmLimits Limits, int PageBytes, bool IsImported);
