using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Decodes IL bytes.</summary>
internal static class IlReader
{
    public static List<IlInstruction> Read(BlobReader reader)
    {
        var result = new List<IlInstruction>();
        while (reader.RemainingBytes > 0)
        {
            var offset = reader.Offset;
            int code = reader.ReadByte();
            if (code == 0xFE)
            {
                code = 0xFE00 | reader.ReadByte();
            }

            var instruction = new IlInstruction { Offset = offset, OpCode = (ILOpCode)code };
            ReadArgument(ref reader, instruction);
            instruction.Next = reader.Offset;
            if (instruction.OpCode == ILOpCode.Conv_r4 && result is [.., { OpCode: ILOpCode.Conv_r_un } unsigned])
            {
                unsigned.BecomesSingle = true;
            }

            result.Add(instruction);
        }

        return result;
    }

    private static void ReadArgument(ref BlobReader reader, IlInstruction instruction)
    {
        switch (ArgumentOf(instruction.OpCode))
        {
            case IlArgument.None:
                break;
            case IlArgument.Byte:
                instruction.Argument = reader.ReadByte();
                break;
            case IlArgument.SByte:
                instruction.Argument = reader.ReadSByte();
                break;
            case IlArgument.UInt16:
                instruction.Argument = reader.ReadUInt16();
                break;
            case IlArgument.Int32:
                instruction.Argument = reader.ReadInt32();
                break;
            case IlArgument.Int64:
                instruction.Argument = reader.ReadInt64();
                break;
            case IlArgument.Single:
                instruction.Real = reader.ReadSingle();
                break;
            case IlArgument.Double:
                instruction.Real = reader.ReadDouble();
                break;
            case IlArgument.ShortBranch:
                int near = reader.ReadSByte();
                instruction.Targets = [reader.Offset + near];
                break;
            case IlArgument.Branch:
                var far = reader.ReadInt32();
                instruction.Targets = [reader.Offset + far];
                break;
            default:
                ReadSwitch(ref reader, instruction);
                break;
        }
    }

    private static void ReadSwitch(ref BlobReader reader, IlInstruction instruction)
    {
        var targets = new int[reader.ReadInt32()];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = reader.ReadInt32();
        }

        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] += reader.Offset;
        }

        instruction.Targets = targets;
    }

    private static IlArgument ArgumentOf(ILOpCode code) => code switch
    {
        ILOpCode.Ldarg_s or ILOpCode.Ldarga_s or ILOpCode.Starg_s or ILOpCode.Ldloc_s or ILOpCode.Ldloca_s
            or ILOpCode.Stloc_s or ILOpCode.Unaligned => IlArgument.Byte,
        ILOpCode.Ldc_i4_s => IlArgument.SByte,
        ILOpCode.Ldarg or ILOpCode.Ldarga or ILOpCode.Starg or ILOpCode.Ldloc or ILOpCode.Ldloca
            or ILOpCode.Stloc => IlArgument.UInt16,
        ILOpCode.Ldc_i8 => IlArgument.Int64,
        ILOpCode.Ldc_r4 => IlArgument.Single,
        ILOpCode.Ldc_r8 => IlArgument.Double,
        >= ILOpCode.Br_s and <= ILOpCode.Blt_un_s or ILOpCode.Leave_s => IlArgument.ShortBranch,
        >= ILOpCode.Br and <= ILOpCode.Blt_un or ILOpCode.Leave => IlArgument.Branch,
        ILOpCode.Switch => IlArgument.Switch,
        ILOpCode.Ldc_i4 or ILOpCode.Jmp or ILOpCode.Call or ILOpCode.Calli or ILOpCode.Callvirt or ILOpCode.Cpobj
            or ILOpCode.Ldobj or ILOpCode.Ldstr or ILOpCode.Newobj or ILOpCode.Castclass or ILOpCode.Isinst
            or ILOpCode.Unbox or ILOpCode.Ldfld or ILOpCode.Ldflda or ILOpCode.Stfld or ILOpCode.Ldsfld
            or ILOpCode.Ldsflda or ILOpCode.Stsfld or ILOpCode.Stobj or ILOpCode.Box or ILOpCode.Newarr
            or ILOpCode.Ldelema or ILOpCode.Ldelem or ILOpCode.Stelem or ILOpCode.Unbox_any or ILOpCode.Refanyval
            or ILOpCode.Mkrefany or ILOpCode.Ldtoken or ILOpCode.Ldftn or ILOpCode.Ldvirtftn or ILOpCode.Initobj
            or ILOpCode.Constrained or ILOpCode.Sizeof => IlArgument.Int32,
        // "no." is followed by a byte of flags and has no name in the enumeration.
        (ILOpCode)0xFE19 => IlArgument.Byte,
        _ => IlArgument.None,
    };
}
