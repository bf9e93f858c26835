namespace ProxyWasm.Host.Modules.Binary;

/// <summary>Finds a custom section; what is inside belongs to tools.</summary>
internal static class CustomSection
{
    public static void Read(ref WasmReader reader, ModuleContent content, ReadOnlyMemory<byte> file)
    {
        var offset = reader.Offset;
        if (content.CustomSections.Count == ParseLimits.CustomSections)
        {
            throw ModuleErrors.TooMany(
                "module",
                "custom sections",
                ParseLimits.CustomSections + 1,
                ParseLimits.CustomSections,
                offset);
        }

        var name = reader.ReadName("the name of a custom section");
        content.CustomSections.Add(new WasmCustomSection(name, reader.Remaining));
        var inside = file.Slice(reader.Offset, reader.Remaining);
        content.CustomContents.TryAdd(name, inside);
        if (name == "name")
        {
            content.NameSection = inside;
        }
    }
}
