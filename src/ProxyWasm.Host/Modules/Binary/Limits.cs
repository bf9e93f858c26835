namespace ProxyWasm.Host.Modules.Binary;

/// <summary>Reads the declared sizes of memories and tables.</summary>
internal static class Limits
{
    private const int StandardPageBytes = 65_536;

    public static WasmMemory ReadMemory(ref WasmReader reader, bool isImported)
    {
        var offset = reader.Offset;
        var limits = Read(ref reader, "a memory", allowed: 0x0F, out var flags);
        var pageBytes = StandardPageBytes;
        if ((flags & 0x08) != 0)
        {
            pageBytes = reader.ReadU32("the page size of a memory") switch
            {
                0 => 1,
                16 => StandardPageBytes,
                _ => throw reader.Malformed("the page size of a memory is neither 1 nor 65536", offset),
            };
        }

        var most = limits.Is64Bit ? ParseLimits.Pages64 : ParseLimits.Pages32;
        if (pageBytes == StandardPageBytes && (limits.Minimum > most || limits.Maximum > most))
        {
            throw reader.Malformed($"a memory has more pages than the {most} that can be addressed", offset);
        }

        return new WasmMemory(limits, pageBytes, isImported);
    }

    public static WasmTable ReadTable(ref WasmReader reader, bool isImported)
    {
        var element = TypeSection.ReadValueType(ref reader, "the element type of a table");
        if (element < WasmValueType.FuncRef)
        {
            throw reader.Malformed("the element type of a table is not a reference", reader.Offset);
        }

        return new WasmTable(element, Read(ref reader, "a table", allowed: 0x07, out _), isImported);
    }

    private static WasmLimits Read(ref WasmReader reader, string what, uint allowed, out uint flags)
    {
        var offset = reader.Offset;
        flags = reader.ReadByte($"the flags of {what}");
        if ((flags & ~allowed) != 0)
        {
            throw reader.Malformed($"{what} has the unknown flags 0x{flags:x2}", offset);
        }

        var is64Bit = (flags & 0x04) != 0;
        var minimum = ReadSize(ref reader, is64Bit, $"the minimum size of {what}");
        ulong? maximum = (flags & 0x01) != 0 ? ReadSize(ref reader, is64Bit, $"the maximum size of {what}") : null;
        return maximum < minimum
            ? throw reader.Malformed($"{what} has a maximum size of {maximum}, below its minimum of {minimum}", offset)
            : new WasmLimits(minimum, maximum, (flags & 0x02) != 0, is64Bit);
    }

    private static ulong ReadSize(ref WasmReader reader, bool is64Bit, string what) =>
        is64Bit ? reader.ReadU64(what) : reader.ReadU32(what);
}
