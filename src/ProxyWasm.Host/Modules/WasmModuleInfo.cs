using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ProxyWasm.Host.Modules.Binary;

namespace ProxyWasm.Host.Modules;

/// <summary>
/// What a WebAssembly module declares, read from its bytes without an engine and without running anything. Immutable
/// and safe for use by several threads. Names in it come from the module and may be any text.
/// </summary>
/// <remarks>
/// Format: WebAssembly core specification, "Binary Format". Function bodies are not looked at: a module described here
/// can still be refused by an engine.
/// </remarks>
public sealed class WasmModuleInfo
{
    private readonly Dictionary<string, WasmExport> _exportsByName;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _customContents;
    private readonly Lazy<Dictionary<uint, string>> _functionNames;

    private WasmModuleInfo(ModuleContent content, int sizeBytes)
    {
        SizeBytes = sizeBytes;
        Imports = [.. content.Imports];
        Exports = [.. content.Exports];
        Memories = [.. content.Memories];
        Tables = [.. content.Tables];
        CustomSections = [.. content.CustomSections];
        FunctionCount = content.Functions.Count;
        ImportedFunctionCount = content.ImportedFunctions;
        GlobalCount = content.Globals;
        HasStartFunction = content.StartFunction is not null;
        CodeBytes = content.CodeBytes;
        DataBytes = content.DataBytes;
        _exportsByName = content.ExportsByName;
        _customContents = content.CustomContents;
        _functionNames = new(() => NameSection.Read(content.NameSection.Span));
    }

    /// <summary>Size of the whole file.</summary>
    public int SizeBytes { get; }

    /// <summary>What the module needs, in the order of the file.</summary>
    public ImmutableArray<WasmImport> Imports { get; }

    /// <summary>What the module offers, in the order of the file.</summary>
    public ImmutableArray<WasmExport> Exports { get; }

    /// <summary>All memories, imported ones first.</summary>
    public ImmutableArray<WasmMemory> Memories { get; }

    /// <summary>All tables, imported ones first.</summary>
    public ImmutableArray<WasmTable> Tables { get; }

    /// <summary>Custom sections, in the order of the file.</summary>
    public ImmutableArray<WasmCustomSection> CustomSections { get; }

    /// <summary>Number of functions, with <see cref="ImportedFunctionCount"/>.</summary>
    public int FunctionCount { get; }

    /// <summary>Number of imported functions.</summary>
    public int ImportedFunctionCount { get; }

    /// <summary>Number of globals, imported ones included.</summary>
    public int GlobalCount { get; }

    /// <summary>Whether the engine runs a function at instantiation.</summary>
    public bool HasStartFunction { get; }

    /// <summary>Size of the code section.</summary>
    public int CodeBytes { get; }

    /// <summary>Size of the data section.</summary>
    public int DataBytes { get; }

    /// <summary>Reads a module in the binary format.</summary>
    /// <param name="module">
    /// The file. It must not change while the result is in use, which keeps it alive: names of functions are read on
    /// demand, and custom sections are views of it.
    /// </param>
    /// <exception cref="ModuleException">It is not a module, or a damaged one, or too large to describe.</exception>
    public static WasmModuleInfo Parse(ReadOnlyMemory<byte> module) =>
        new(ModuleParser.Parse(module), module.Length);

    /// <summary>Finds an export of any kind by its name.</summary>
    public bool TryGetExport(string name, [NotNullWhen(true)] out WasmExport? export) =>
        _exportsByName.TryGetValue(name, out export);

    /// <summary>Finds an exported function by its name.</summary>
    public bool TryGetFunction(string name, [NotNullWhen(true)] out WasmFunctionType? type)
    {
        type = _exportsByName.TryGetValue(name, out var export) ? export.FunctionType : null;
        return type is not null;
    }

    /// <summary>Finds what is inside of a custom section; of several with one name, the first.</summary>
    /// <param name="name">Name of the section.</param>
    /// <param name="content">A view of the file, without the section's name.</param>
    public bool TryGetCustomSection(string name, out ReadOnlyMemory<byte> content) =>
        _customContents.TryGetValue(name, out content);

    /// <summary>
    /// Finds the name that the compiler gave to a function, in the module's <c>name</c> section. A module without one,
    /// or with a damaged one, has no names.
    /// </summary>
    /// <param name="functionIndex">Index among all functions, imported ones first.</param>
    /// <param name="name">The name; any text.</param>
    public bool TryGetFunctionName(uint functionIndex, [NotNullWhen(true)] out string? name) =>
        _functionNames.Value.TryGetValue(functionIndex, out name);
}
