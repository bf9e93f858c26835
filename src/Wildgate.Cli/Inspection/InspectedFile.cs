using System.Security.Cryptography;
using System.Text.Json;
using ProxyWasm.Abi;
using ProxyWasm.Host.Modules;
using Wildgate.Gateway.Plugins;

namespace Wildgate.Cli.Inspection;

/// <summary>A module's file and what is in it.</summary>
/// <param name="Name">Path of the file.</param>
/// <param name="Sha256">Its hash, in hexadecimal digits.</param>
/// <param name="Inspection">What the host says about it.</param>
/// <param name="Schema">What configurations must be like; null when the module does not say, or says nonsense.</param>
/// <param name="SchemaProblem">Why a schema that the module has is of no use; else null.</param>
internal sealed record InspectedFile(
    string Name, string Sha256, ModuleInspection Inspection, JsonElement? Schema, string? SchemaProblem)
{
    /// <exception cref="ModuleException">The file is not a module that can be read.</exception>
    public static InspectedFile Read(string name, ReadOnlyMemory<byte> bytes)
    {
        var schema = PluginConfigurationCheck.SchemaOf(bytes);
        var problem = PluginConfigurationCheck.ProblemOf(schema);
        return new InspectedFile(
            name,
            Convert.ToHexStringLower(SHA256.HashData(bytes.Span)),
            ModuleInspector.Inspect(WasmModuleInfo.Parse(bytes)),
            schema.IsEmpty || problem is not null ? null : JsonElement.Parse(schema.Span),
            problem);
    }

    public static string NameOf(AbiVersion version) => version.ToString()[1..].Replace('_', '.');

    public static string NameOf(WasmExternalKind kind) => kind.ToString().ToLowerInvariant();

    public static string NameOf(ImportState state) => state switch
    {
        ImportState.Known => "known",
        ImportState.Unknown => "unknown",
        _ => "wrongType",
    };

    public InspectionDocument ToDocument()
    {
        var module = Inspection.Module;
        return new InspectionDocument
        {
            File = Name,
            SizeBytes = module.SizeBytes,
            Sha256 = Sha256,
            Runnable = Inspection.IsRunnable,
            Abi = Inspection is { AbiVersion: { } version, AbiMarker: { } marker }
                ? new InspectionDocument.AbiPart(NameOf(version), marker)
                : null,
            Allocator = Inspection.Allocator,
            Initialize = Inspection.InitializationExport,
            Main = Inspection.MainExport,
            StartSection = module.HasStartFunction,
            Callbacks = Inspection.Callbacks,
            Memories = [.. module.Memories.Select(Describe)],
            Tables = [.. module.Tables.Select(Describe)],
            Functions = module.FunctionCount,
            ImportedFunctions = module.ImportedFunctionCount,
            Globals = module.GlobalCount,
            CodeBytes = module.CodeBytes,
            DataBytes = module.DataBytes,
            Imports = [.. Inspection.Imports.Select(Describe)],
            Exports = [.. module.Exports.Select(Describe)],
            CustomSections = module.CustomSections,
            ConfigurationSchema = Schema,
            Warnings = Inspection.Warnings,
            Errors = Inspection.Errors,
        };
    }

    private static InspectionDocument.MemoryPart Describe(WasmMemory memory) => new(
        memory.Limits.Minimum,
        memory.Limits.Maximum,
        memory.PageBytes,
        memory.IsImported,
        memory.Limits.IsShared,
        memory.Limits.Is64Bit);

    private static InspectionDocument.TablePart Describe(WasmTable table) => new(
        table.ElementType.ToString().ToLowerInvariant(), table.Limits.Minimum, table.Limits.Maximum, table.IsImported);

    private static InspectionDocument.ImportPart Describe(InspectedImport import) => new(
        import.Import.Module,
        import.Import.Name,
        NameOf(import.Import.Kind),
        import.Import.FunctionType?.ToString(),
        NameOf(import.State),
        import.State == ImportState.WrongType ? import.ExpectedType?.ToString() : null);

    private static InspectionDocument.ExportPart Describe(WasmExport export) =>
        new(export.Name, NameOf(export.Kind), export.Index, export.FunctionType?.ToString());
}
