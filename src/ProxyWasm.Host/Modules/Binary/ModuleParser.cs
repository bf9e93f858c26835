namespace ProxyWasm.Host.Modules.Binary;

/// <summary>
/// Walks the sections of a module. Reads what a host has to know before it hands the module to an engine, and checks
/// what it reads; function bodies, segments and initialisers are left to the engine's validation. Time and memory are
/// linear in the size of the file whatever it claims: every count is held against the bytes that remain.
/// </summary>
internal static class ModuleParser
{
    public static ModuleContent Parse(ReadOnlyMemory<byte> file)
    {
        Preamble.Check(file.Span);
        var content = new ModuleContent();
        var order = default(SectionOrder);
        var reader = new WasmReader(file.Span, 0, section: null);
        reader.Skip(Preamble.Length, "the header of the module");
        while (!reader.AtEnd)
        {
            var offset = reader.Offset;
            var id = reader.ReadByte("a section");
            var name = SectionOrder.NameOf(id);
            var size = reader.ReadU32($"the size of the {name}");
            if (!order.Accept(id))
            {
                throw reader.Malformed($"the {name} is repeated or out of order", offset);
            }

            var section = reader.Slice(size, name);
            ReadSection(ref section, (SectionId)id, content, file);
        }

        if (content.CodeEntries != content.Functions.Count - content.ImportedFunctions)
        {
            throw reader.Malformed(
                $"it declares {content.Functions.Count - content.ImportedFunctions} functions, but has "
                + $"{content.CodeEntries} function bodies",
                reader.Offset);
        }

        return content;
    }

    private static void ReadSection(
        ref WasmReader reader, SectionId id, ModuleContent content, ReadOnlyMemory<byte> file)
    {
        switch (id)
        {
            case SectionId.Custom:
                CustomSection.Read(ref reader, content, file);
                return;
            case SectionId.Type:
                content.Types = TypeSection.Read(ref reader);
                break;
            case SectionId.Import:
                ImportSection.Read(ref reader, content);
                break;
            case SectionId.Function:
                ReadFunctions(ref reader, content);
                break;
            case SectionId.Table:
                ReadTables(ref reader, content);
                break;
            case SectionId.Memory:
                ReadMemories(ref reader, content);
                break;
            case SectionId.Tag:
                content.Tags += reader.ReadCount("tags", 2, ParseLimits.Tags);
                return;
            case SectionId.Global:
                content.Globals += reader.ReadCount("globals", 3, ParseLimits.Globals);
                return;
            case SectionId.Export:
                ExportSection.Read(ref reader, content);
                break;
            case SectionId.Start:
                ReadStart(ref reader, content);
                break;
            case SectionId.Code:
                content.CodeBytes = reader.Remaining;
                content.CodeEntries = reader.ReadCount("function bodies", 3, ParseLimits.Functions);
                return;
            case SectionId.Data:
                content.DataBytes = reader.Remaining;
                reader.ReadCount("data segments", 2, ParseLimits.Segments);
                return;
            default:
                return;
        }

        reader.ExpectEnd();
    }

    private static void ReadFunctions(ref WasmReader reader, ModuleContent content)
    {
        var count = reader.ReadCount("functions", 1, ParseLimits.Functions);
        content.Functions.EnsureCapacity(content.Functions.Count + count);
        for (var i = 0; i < count; i++)
        {
            content.Functions.Add(ImportSection.ReadFunctionType(ref reader, content));
        }
    }

    private static void ReadTables(ref WasmReader reader, ModuleContent content)
    {
        var count = reader.ReadCount("tables", 3, ParseLimits.Tables);
        for (var i = 0; i < count; i++)
        {
            content.Tables.Add(ReadTable(ref reader));
        }
    }

    private static WasmTable ReadTable(ref WasmReader reader)
    {
        var ahead = reader;
        var offset = reader.Offset;
        if (ahead.ReadByte("a table") != 0x40)
        {
            return Limits.ReadTable(ref reader, isImported: false);
        }

        reader = ahead;
        if (reader.ReadByte("a table") != 0)
        {
            throw reader.Malformed("a table with an initialiser has an unknown form", offset);
        }

        var table = Limits.ReadTable(ref reader, isImported: false);
        ConstantExpression.Skip(ref reader);
        return table;
    }

    private static void ReadMemories(ref WasmReader reader, ModuleContent content)
    {
        var count = reader.ReadCount("memories", 2, ParseLimits.Memories);
        for (var i = 0; i < count; i++)
        {
            content.Memories.Add(Limits.ReadMemory(ref reader, isImported: false));
        }
    }

    private static void ReadStart(ref WasmReader reader, ModuleContent content)
    {
        var offset = reader.Offset;
        var index = reader.ReadU32("the start function");
        content.StartFunction = index < content.Functions.Count
            ? index
            : throw reader.Malformed($"the start function {index} does not exist", offset);
    }
}
