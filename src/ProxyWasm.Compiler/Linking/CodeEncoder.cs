using ProxyWasm.Compiler.Emitting;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Linking;

/// <summary>Writes a function's instructions with all references resolved.</summary>
internal static class CodeEncoder
{
    private const int EmptyBlockType = 0x40;

    public static ByteWriter Encode(ModuleLinker linker, FunctionCode function, Func<FunctionType, int> typeIndex)
    {
        var writer = new ByteWriter();
        WriteLocals(writer, function.Locals);
        foreach (var instruction in function.Instructions)
        {
            WriteOpcode(writer, (ushort)instruction.Opcode);
            WriteImmediates(writer, linker, instruction, typeIndex);
        }

        return writer;
    }

    private static void WriteLocals(ByteWriter writer, IrType[] locals)
    {
        var runs = new List<(IrType Type, int Count)>();
        foreach (var type in locals)
        {
            if (runs.Count > 0 && runs[^1].Type == type)
            {
                runs[^1] = (type, runs[^1].Count + 1);
            }
            else
            {
                runs.Add((type, 1));
            }
        }

        writer.Unsigned(runs.Count);
        foreach (var (type, count) in runs)
        {
            writer.Unsigned(count);
            writer.Byte(0x80 - (int)type);
        }
    }

    private static void WriteOpcode(ByteWriter writer, ushort opcode)
    {
        if (opcode > 0xFF)
        {
            writer.Byte(opcode >> 8);
            writer.Unsigned(opcode & 0xFF);
        }
        else
        {
            writer.Byte(opcode);
        }
    }

    private static void WriteImmediates(
        ByteWriter writer, ModuleLinker linker, WasmInstruction instruction, Func<FunctionType, int> typeIndex)
    {
        switch (instruction.Opcode)
        {
            case Opcode.Block or Opcode.Loop or Opcode.If:
                writer.Byte(EmptyBlockType);
                break;
            case Opcode.Br or Opcode.BrIf or Opcode.LocalGet or Opcode.LocalSet or Opcode.LocalTee
                or Opcode.GlobalGet or Opcode.GlobalSet:
                writer.Unsigned((int)instruction.Immediate);
                break;
            case Opcode.BrTable:
                WriteTargets(writer, (int[])instruction.Reference!);
                break;
            case Opcode.Call:
                writer.Unsigned(linker.FunctionIndex((IlMethod)instruction.Reference!));
                break;
            case Opcode.CallIndirect:
                writer.Unsigned(typeIndex((FunctionType)instruction.Reference!));
                writer.Byte(0);
                break;
            case Opcode.I32Const:
                var value = instruction.Immediate
                    + (instruction.Reference is Symbol symbol ? linker.Resolve(symbol) : 0);
                writer.Signed((int)value);
                break;
            case Opcode.I64Const:
                writer.Signed(instruction.Immediate);
                break;
            case Opcode.F32Const:
                writer.Single((int)instruction.Immediate);
                break;
            case Opcode.F64Const:
                writer.Double(instruction.Immediate);
                break;
            case >= Opcode.I32Load and <= Opcode.I32Store16 or (>= (Opcode)0x30 and <= (Opcode)0x3E):
                writer.Unsigned(0);
                writer.Unsigned((ulong)instruction.Immediate);
                break;
            case Opcode.MemorySize or Opcode.MemoryGrow or Opcode.MemoryFill:
                writer.Byte(0);
                break;
            case Opcode.MemoryCopy:
                writer.Byte(0);
                writer.Byte(0);
                break;
            default:
                break;
        }
    }

    private static void WriteTargets(ByteWriter writer, int[] depths)
    {
        writer.Unsigned(depths.Length - 1);
        foreach (var depth in depths)
        {
            writer.Unsigned(depth);
        }
    }
}
