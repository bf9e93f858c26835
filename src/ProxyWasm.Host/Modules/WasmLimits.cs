namespace ProxyWasm.Host.Modules;

/// <summary>The declared size of a memory (in pages) or a table (in elements).</summary>
/// <param name="Minimum">Size at instantiation.</param>
/// <param name="Maximum">Size it may grow to, or null when the module sets no bound.</param>
/// <param name="IsShared">Whether threads may share it.</param>
/// <param name="Is64Bit">Whether it is addressed with 64-bit integers.</param>
public readonly record struct WasmLimits(ulong Minimum, ulong? Maximum, bool IsShared, bool Is64Bit);
