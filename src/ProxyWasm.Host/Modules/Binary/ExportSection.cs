namespace ProxyWasm.Host.Modules.Binary;

/// <summary>Reads the export section.</summary>
internal static class ExportSection
{
    private const int MinimumEntryBytes = 3;

    public static void Read(ref WasmReader reader, ModuleContent content)
    {
        var count = reader.ReadCount("exports", MinimumEntryBytes, ParseLimits.Exports);
        for (var i = 0; i < count; i++)
        {
            var offset = reader.Offset;
            var export = ReadExport(ref reader, content);
            if (!content.ExportsByName.TryAdd(export.Name, export))
            {
                throw reader.Malformed($"the name {SafeText.Quote(export.Name)} is exported twice", offset);
            }

            content.Exports.Add(export);
        }
    }

    private static WasmExport ReadExport(ref WasmReader reader, ModuleContent content)
    {
        var name = reader.ReadName("the name of an export");
        var offset = reader.Offset;
        var kind = (WasmExternalKind)reader.ReadByte("the kind of an export");
        if (kind > WasmExternalKind.Tag)
        {
            throw reader.Malformed($"export {SafeText.Quote(name)} has the unknown kind {(int)kind}", offset);
        }

        var index = reader.ReadU32("the index of an export");
        if (index >= content.CountOf(kind))
        {
            throw reader.Malformed(
                $"export {SafeText.Quote(name)} names {kind.ToString().ToLowerInvariant()} {index}, which does not "
                + "exist",
                offset);
        }

        var type = kind == WasmExternalKind.Function ? content.Functions[(int)index] : null;
        return new WasmExport(name, kind, index, type);
    }
}
