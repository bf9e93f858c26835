using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProxyWasm.Host.Modules;
using Spectre.Console;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Inspection;

/// <summary>Prints an inspected module for people.</summary>
internal sealed class InspectionReport(StyledWriter console, InspectedFile file)
{
    private const int LabelWidth = 11;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ModuleInspection _inspection = file.Inspection;

    private readonly WasmModuleInfo _module = file.Inspection.Module;

    public void Write()
    {
        WriteSummary();
        WriteImports();
        WriteExports();
        WriteCustomSections();
        WriteSchema();
    }

    private static string Describe(WasmMemory memory)
    {
        var limits = memory.Limits;
        var most = limits.Maximum is { } maximum
            ? $"at most {SizeText.Of((decimal)maximum * memory.PageBytes)}"
            : "no maximum";
        return $"{SizeText.Of((decimal)limits.Minimum * memory.PageBytes)}, {most}"
            + (memory.IsImported ? ", imported" : string.Empty)
            + (limits.IsShared ? ", shared" : string.Empty)
            + (limits.Is64Bit ? ", 64-bit" : string.Empty);
    }

    private static string Describe(WasmTable table) =>
        $"{table.Limits.Minimum} {table.ElementType.ToString().ToLowerInvariant()}"
        + (table.Limits.Maximum is { } maximum ? $", at most {maximum}" : ", no maximum")
        + (table.IsImported ? ", imported" : string.Empty);

    private static (string Text, Style Style) Describe(InspectedImport import) => import.State switch
    {
        ImportState.Known => ("yes", Style.Plain),
        ImportState.Unknown => ("no: unknown", new Style(Color.Red)),
        _ => ($"no: the type here is {import.ExpectedType}", new Style(Color.Red)),
    };

    private void WriteSummary()
    {
        Field("File", file.Name);
        var (code, data) = (SizeText.Of(_module.CodeBytes), SizeText.Of(_module.DataBytes));
        Field("Size", $"{SizeText.Of(_module.SizeBytes)} (code {code}, data {data})");
        Field("SHA-256", file.Sha256);
        Field("ABI", _inspection is { AbiVersion: { } version, AbiMarker: { } marker }
            ? $"{InspectedFile.NameOf(version)} ({marker})"
            : "none");
        Field("Runs here", _inspection.IsRunnable ? "yes" : "no");
        Field("Allocator", _inspection.Allocator ?? "none");
        Field("Starts with", StartText());
        foreach (var memory in _module.Memories)
        {
            Field("Memory", Describe(memory));
        }

        foreach (var table in _module.Tables)
        {
            Field("Table", Describe(table));
        }

        Field("Functions", $"{_module.FunctionCount}, of them {_module.ImportedFunctionCount} imported");
        Field("Globals", _module.GlobalCount.ToString(CultureInfo.InvariantCulture));
    }

    private string StartText()
    {
        string?[] steps =
        [
            _module.HasStartFunction ? "start section" : null,
            _inspection.InitializationExport,
            _inspection.MainExport,
        ];
        var text = string.Join(", ", steps.OfType<string>());
        return text.Length > 0 ? text : "nothing";
    }

    private void WriteImports()
    {
        var table = new TextTable("IMPORT", "KIND", "TYPE", "PROVIDED");
        foreach (var import in _inspection.Imports)
        {
            var (text, style) = Describe(import);
            table.Add(
                style,
                $"{import.Import.Module}.{import.Import.Name}",
                InspectedFile.NameOf(import.Import.Kind),
                import.Import.FunctionType?.ToString() ?? "-",
                text);
        }

        WriteTable(table, _inspection.Imports.Length);
    }

    private void WriteExports()
    {
        var callbacks = _inspection.Callbacks.ToHashSet(StringComparer.Ordinal);
        var table = new TextTable("EXPORT", "KIND", "TYPE", "USE");
        foreach (var export in _module.Exports)
        {
            table.Add(
                export.Name,
                InspectedFile.NameOf(export.Kind),
                export.FunctionType?.ToString() ?? "-",
                callbacks.Contains(export.Name) ? "callback" : UseOf(export));
        }

        WriteTable(table, _module.Exports.Length);
    }

    private string UseOf(WasmExport export)
    {
        if (export.Name == _inspection.AbiMarker)
        {
            return "ABI version";
        }

        if (export.Name == _inspection.Allocator)
        {
            return "allocator";
        }

        if (export.Name == _inspection.InitializationExport || export.Name == _inspection.MainExport)
        {
            return "initialization";
        }

        return export is { Kind: WasmExternalKind.Memory, Name: "memory" } ? "memory" : "-";
    }

    private void WriteCustomSections()
    {
        var table = new TextTable("CUSTOM SECTION", "SIZE");
        foreach (var section in _module.CustomSections)
        {
            table.Add(section.Name, SizeText.Of(section.SizeBytes));
        }

        WriteTable(table, _module.CustomSections.Length);
    }

    private void WriteSchema()
    {
        if (file.Schema is not { } schema)
        {
            return;
        }

        console.WriteLine();
        console.WriteLine("CONFIGURATION (JSON Schema)");
        foreach (var line in JsonSerializer.Serialize(schema, Indented).Split('\n'))
        {
            console.WriteLine(TerminalText.Clean(line));
        }
    }

    private void WriteTable(TextTable table, int rows)
    {
        if (rows > 0)
        {
            console.WriteLine();
            table.Write(console);
        }
    }

    private void Field(string label, string value) =>
        console.WriteLine($"{label.PadRight(LabelWidth)}  {TerminalText.Clean(value)}");
}
