using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ProxyWasm.Host.Modules.Binary;

/// <summary>
/// Reads the type section. Structures and arrays of the garbage collection proposal are stepped over: they occupy an
/// index, but no import or export of a plugin can use them.
/// </summary>
internal static class TypeSection
{
    /// <summary>Entry i is the function type with index i, or null when type i is no function type.</summary>
    public static List<WasmFunctionType?> Read(ref WasmReader reader)
    {
        var groups = reader.ReadCount("types", 2, ParseLimits.Types);
        var types = new List<WasmFunctionType?>(groups);
        for (var i = 0; i < groups; i++)
        {
            ReadGroup(ref reader, types);
        }

        return types;
    }

    public static WasmValueType ReadValueType(ref WasmReader reader, string what)
    {
        var offset = reader.Offset;
        var code = reader.ReadByte(what);
        switch (code)
        {
            case 0x7F: return WasmValueType.I32;
            case 0x7E: return WasmValueType.I64;
            case 0x7D: return WasmValueType.F32;
            case 0x7C: return WasmValueType.F64;
            case 0x7B: return WasmValueType.V128;
            case 0x70: return WasmValueType.FuncRef;
            case 0x6F: return WasmValueType.ExternRef;
            case >= 0x68 and <= 0x75: return WasmValueType.OtherRef;
            case 0x63 or 0x64:
                reader.ReadSigned(33, "a heap type");
                return WasmValueType.OtherRef;
            default: throw reader.Malformed($"{what} has the unknown code 0x{code:x2}", offset);
        }
    }

    private static void ReadGroup(ref WasmReader reader, List<WasmFunctionType?> types)
    {
        var offset = reader.Offset;
        var form = reader.ReadByte("a type");
        if (form != 0x4E)
        {
            types.Add(ReadSubtype(ref reader, form, offset));
            return;
        }

        var count = reader.ReadCount("types of a recursive group", 2, ParseLimits.Types - types.Count);
        for (var i = 0; i < count; i++)
        {
            offset = reader.Offset;
            types.Add(ReadSubtype(ref reader, reader.ReadByte("a type"), offset));
        }
    }

    private static WasmFunctionType? ReadSubtype(ref WasmReader reader, byte form, int offset)
    {
        if (form is 0x50 or 0x4F)
        {
            var supertypes = reader.ReadCount("supertypes", 1, ParseLimits.Supertypes);
            for (var i = 0; i < supertypes; i++)
            {
                reader.ReadU32("a supertype");
            }

            offset = reader.Offset;
            form = reader.ReadByte("a type");
        }

        switch (form)
        {
            case 0x60:
                return new WasmFunctionType(
                    ReadValueTypes(ref reader, "parameters", ParseLimits.Parameters),
                    ReadValueTypes(ref reader, "results", ParseLimits.Results));
            case 0x5F:
                var fields = reader.ReadCount("fields", 2, ParseLimits.StructFields);
                for (var i = 0; i < fields; i++)
                {
                    SkipField(ref reader);
                }

                return null;
            case 0x5E:
                SkipField(ref reader);
                return null;
            default:
                throw reader.Malformed($"a type has the unknown form 0x{form:x2}", offset);
        }
    }

    private static ImmutableArray<WasmValueType> ReadValueTypes(ref WasmReader reader, string what, int limit)
    {
        var count = reader.ReadCount(what, 1, limit);
        if (count == 0)
        {
            return [];
        }

        var types = new WasmValueType[count];
        for (var i = 0; i < count; i++)
        {
            types[i] = ReadValueType(ref reader, "a value type");
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(types);
    }

    private static void SkipField(ref WasmReader reader)
    {
        var ahead = reader;
        if (ahead.ReadByte("the type of a field") is 0x77 or 0x78)
        {
            reader = ahead;
        }
        else
        {
            ReadValueType(ref reader, "the type of a field");
        }

        var offset = reader.Offset;
        if (reader.ReadByte("the mutability of a field") > 1)
        {
            throw reader.Malformed("the mutability of a field is neither 0 nor 1", offset);
        }
    }
}
