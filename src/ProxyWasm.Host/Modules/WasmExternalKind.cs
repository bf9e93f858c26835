namespace ProxyWasm.Host.Modules;

/// <summary>What an import or export is. The values are those of the binary format.</summary>
public enum WasmExternalKind
{
    /// <summary>A function.</summary>
    Function = 0,

    /// <summary>A table of references.</summary>
    Table = 1,

    /// <summary>A linear memory.</summary>
    Memory = 2,

    /// <summary>A global variable.</summary>
    Global = 3,

    /// <summary>An exception tag.</summary>
    Tag = 4,
}
