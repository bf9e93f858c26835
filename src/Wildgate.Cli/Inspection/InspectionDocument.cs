using System.Text.Json;
using ProxyWasm.Host.Modules;

namespace Wildgate.Cli.Inspection;

/// <summary>The JSON form of <c>wild inspect</c>. Its schema only grows.</summary>
internal sealed record InspectionDocument
{
    public required string File { get; init; }

    public required int SizeBytes { get; init; }

    public required string Sha256 { get; init; }

    public required bool Runnable { get; init; }

    public AbiPart? Abi { get; init; }

    public string? Allocator { get; init; }

    public string? Initialize { get; init; }

    public string? Main { get; init; }

    public required bool StartSection { get; init; }

    public required IReadOnlyList<string> Callbacks { get; init; }

    public required IReadOnlyList<MemoryPart> Memories { get; init; }

    public required IReadOnlyList<TablePart> Tables { get; init; }

    public required int Functions { get; init; }

    public required int ImportedFunctions { get; init; }

    public required int Globals { get; init; }

    public required int CodeBytes { get; init; }

    public required int DataBytes { get; init; }

    public required IReadOnlyList<ImportPart> Imports { get; init; }

    public required IReadOnlyList<ExportPart> Exports { get; init; }

    public required IReadOnlyList<WasmCustomSection> CustomSections { get; init; }

    public JsonElement? ConfigurationSchema { get; init; }

    public required IReadOnlyList<ModuleProblem> Warnings { get; init; }

    public required IReadOnlyList<ModuleProblem> Errors { get; init; }

    internal sealed record AbiPart(string Version, string Marker);

    internal sealed record MemoryPart(
        ulong MinimumPages, ulong? MaximumPages, int PageBytes, bool Imported, bool Shared, bool Is64Bit);

    internal sealed record TablePart(string ElementType, ulong Minimum, ulong? Maximum, bool Imported);

    internal sealed record ImportPart(
        string Module, string Name, string Kind, string? Type, string State, string? ExpectedType);

    internal sealed record ExportPart(string Name, string Kind, uint Index, string? Type);
}
