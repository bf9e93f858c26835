namespace ProxyWasm.Host.Modules.Binary;

/// <summary>Reads the subsection of the name section that names functions.</summary>
internal static class NameSection
{
    private const int FunctionNames = 1;

    /// <summary>
    /// The names by function index. The specification makes this section a debugging aid that must never invalidate a
    /// module: a malformed one gives the names that stand before its first error.
    /// </summary>
    public static Dictionary<uint, string> Read(ReadOnlySpan<byte> section)
    {
        var names = new Dictionary<uint, string>();
        var reader = new WasmReader(section, 0, "name section");
        try
        {
            ReadSubsections(ref reader, names);
        }
        catch (ModuleException)
        {
            // The names read before the damage are right and useful; the module is as valid as without any.
        }

        return names;
    }

    private static void ReadSubsections(ref WasmReader reader, Dictionary<uint, string> names)
    {
        while (!reader.AtEnd)
        {
            var id = reader.ReadByte("a subsection");
            var subsection = reader.Slice(reader.ReadU32("the size of a subsection"), "name section");
            if (id != FunctionNames)
            {
                continue;
            }

            var count = subsection.ReadCount("function names", 2, ParseLimits.Functions);
            names.EnsureCapacity(count);
            for (var i = 0; i < count; i++)
            {
                names[subsection.ReadU32("a function index")] = subsection.ReadName("the name of a function");
            }
        }
    }
}
