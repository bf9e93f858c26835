namespace ProxyWasm.Host.Modules.Binary;

/// <summary>Steps over an initialiser, which may hold only a few instructions and no blocks.</summary>
internal static class ConstantExpression
{
    public static void Skip(ref WasmReader reader)
    {
        while (true)
        {
            var offset = reader.Offset;
            var instruction = reader.ReadByte("an initialiser");
            switch (instruction)
            {
                case 0x0B:
                    return;
                case 0x23 or 0xD2:
                    reader.ReadU32("an index in an initialiser");
                    break;
                case 0x41:
                    reader.ReadSigned(32, "an i32 constant");
                    break;
                case 0x42:
                    reader.ReadSigned(64, "an i64 constant");
                    break;
                case 0x43:
                    reader.Skip(4, "an f32 constant");
                    break;
                case 0x44:
                    reader.Skip(8, "an f64 constant");
                    break;
                case 0xD0:
                    reader.ReadSigned(33, "a heap type");
                    break;
                case 0x6A or 0x6B or 0x6C or 0x7C or 0x7D or 0x7E:
                    break;
                case 0xFB:
                    SkipReferenceInstruction(ref reader, offset);
                    break;
                case 0xFD when reader.ReadU32("a vector instruction") == 12:
                    reader.Skip(16, "a v128 constant");
                    break;
                default:
                    throw reader.Malformed($"an initialiser holds the instruction 0x{instruction:x2}", offset);
            }
        }
    }

    private static void SkipReferenceInstruction(ref WasmReader reader, int offset)
    {
        var instruction = reader.ReadU32("a reference instruction");
        switch (instruction)
        {
            case 0 or 1 or 6 or 7:
                reader.ReadU32("a type index");
                break;
            case 8:
                reader.ReadU32("a type index");
                reader.ReadU32("an array length");
                break;
            case 26 or 27 or 28:
                break;
            default:
                throw reader.Malformed($"an initialiser holds the instruction 0xfb {instruction}", offset);
        }
    }
}
