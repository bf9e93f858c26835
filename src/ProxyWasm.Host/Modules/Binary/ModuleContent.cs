namespace ProxyWasm.Host.Modules.Binary;

/// <summary>What the sections read so far have declared.</summary>
internal sealed class ModuleContent
{
    public List<WasmFunctionType?> Types { get; set; } = [];

    public List<WasmImport> Imports { get; } = [];

    public List<WasmExport> Exports { get; } = [];

    public Dictionary<string, WasmExport> ExportsByName { get; } = new(StringComparer.Ordinal);

    /// <summary>Types of all functions, imported ones first.</summary>
    public List<WasmFunctionType> Functions { get; } = [];

    public int ImportedFunctions { get; set; }

    public List<WasmTable> Tables { get; } = [];

    public List<WasmMemory> Memories { get; } = [];

    public int Globals { get; set; }

    public int Tags { get; set; }

    public uint? StartFunction { get; set; }

    public List<WasmCustomSection> CustomSections { get; } = [];

    /// <summary>What is inside of custom sections; of several with one name, the first.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> CustomContents { get; } = new(StringComparer.Ordinal);

    public ReadOnlyMemory<byte> NameSection { get; set; }

    public int CodeEntries { get; set; }

    public int CodeBytes { get; set; }

    public int DataBytes { get; set; }

    public int CountOf(WasmExternalKind kind) => kind switch
    {
        WasmExternalKind.Function => Functions.Count,
        WasmExternalKind.Table => Tables.Count,
        WasmExternalKind.Memory => Memories.Count,
        WasmExternalKind.Global => Globals,
        _ => Tags,
    };
}
