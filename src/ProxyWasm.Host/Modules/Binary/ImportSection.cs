namespace ProxyWasm.Host.Modules.Binary;

/// <summary>Reads the import section.</summary>
internal static class ImportSection
{
    private const int MinimumEntryBytes = 4;

    public static void Read(ref WasmReader reader, ModuleContent content)
    {
        var count = reader.ReadCount("imports", MinimumEntryBytes, ParseLimits.Imports);
        for (var i = 0; i < count; i++)
        {
            ReadImport(ref reader, content);
        }

        content.ImportedFunctions = content.Functions.Count;
    }

    /// <summary>Reads the index of a function type.</summary>
    public static WasmFunctionType ReadFunctionType(ref WasmReader reader, ModuleContent content)
    {
        var offset = reader.Offset;
        var index = reader.ReadU32("a type index");
        if (index >= content.Types.Count)
        {
            throw reader.Malformed($"type {index} does not exist; there are {content.Types.Count}", offset);
        }

        return content.Types[(int)index] ?? throw reader.Malformed($"type {index} is not a function type", offset);
    }

    private static void ReadImport(ref WasmReader reader, ModuleContent content)
    {
        var module = reader.ReadName("the module name of an import");
        var name = reader.ReadName("the name of an import");
        var offset = reader.Offset;
        var kind = (WasmExternalKind)reader.ReadByte("the kind of an import");
        WasmFunctionType? type = null;
        switch (kind)
        {
            case WasmExternalKind.Function:
                type = ReadFunctionType(ref reader, content);
                content.Functions.Add(type);
                break;
            case WasmExternalKind.Table:
                content.Tables.Add(Limits.ReadTable(ref reader, isImported: true));
                break;
            case WasmExternalKind.Memory:
                content.Memories.Add(Limits.ReadMemory(ref reader, isImported: true));
                break;
            case WasmExternalKind.Global:
                SkipGlobalType(ref reader);
                content.Globals++;
                break;
            case WasmExternalKind.Tag:
                SkipTagType(ref reader, content);
                content.Tags++;
                break;
            default:
                throw reader.Malformed($"import {SafeText.Quote(name)} has the unknown kind {(int)kind}", offset);
        }

        content.Imports.Add(new WasmImport(module, name, kind, type));
    }

    private static void SkipGlobalType(ref WasmReader reader)
    {
        TypeSection.ReadValueType(ref reader, "the type of an imported global");
        var offset = reader.Offset;
        if (reader.ReadByte("the mutability of an imported global") > 1)
        {
            throw reader.Malformed("the mutability of an imported global is neither 0 nor 1", offset);
        }
    }

    private static void SkipTagType(ref WasmReader reader, ModuleContent content)
    {
        var offset = reader.Offset;
        if (reader.ReadByte("the attribute of an imported tag") != 0)
        {
            throw reader.Malformed("the attribute of an imported tag is not 0", offset);
        }

        ReadFunctionType(ref reader, content);
    }
}
