using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Which arguments and locals have their address taken or are assigned.</summary>
internal sealed record VariableUsage(
    HashSet<int> AddressedArguments, HashSet<int> AssignedArguments, HashSet<int> AddressedLocals)
{
    public static VariableUsage Of(IlBody body)
    {
        var usage = new VariableUsage([], [], []);
        foreach (var instruction in body.Instructions)
        {
            var number = (int)instruction.Argument;
            switch (instruction.OpCode)
            {
                case ILOpCode.Ldarga or ILOpCode.Ldarga_s:
                    usage.AddressedArguments.Add(number);
                    break;
                case ILOpCode.Starg or ILOpCode.Starg_s:
                    usage.AssignedArguments.Add(number);
                    break;
                case ILOpCode.Ldloca or ILOpCode.Ldloca_s:
                    usage.AddressedLocals.Add(number);
                    break;
                default:
                    break;
            }
        }

        return usage;
    }
}
