using System.Runtime.CompilerServices;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>A number that is another one, as good as certainly, when a body has changed.</summary>
internal static class BodyFingerprint
{
    public static ulong Of(Body body)
    {
        var hash = (ulong)body.Blocks.Count;
        foreach (var block in body.Blocks)
        {
            Add(ref hash, block.Id);
            Add(ref hash, block.Handler?.Id ?? -1);
            Add(ref hash, (int)block.Terminator);
            Add(ref hash, block.Value);
            foreach (var target in block.Targets)
            {
                Add(ref hash, target.Id);
            }

            foreach (var instruction in block.Instructions)
            {
                Add(ref hash, instruction);
            }
        }

        return hash;
    }

    private static void Add(ref ulong hash, Instruction instruction)
    {
        Add(ref hash, ((int)instruction.Operation << 16) | (int)instruction.Numeric);
        Add(ref hash, instruction.Offset);
        Add(ref hash, instruction.Result is { } result ? (result.Id << 1) | (result.IsVariable ? 1 : 0) : -1);
        Add(ref hash, instruction.Method is null ? 0 : RuntimeHelpers.GetHashCode(instruction.Method));
        foreach (var operand in instruction.Operands)
        {
            Add(ref hash, operand);
        }
    }

    private static void Add(ref ulong hash, Operand operand)
    {
        Add(ref hash, (int)operand.Kind);
        Add(ref hash, operand.Bits);
        Add(ref hash, operand.Kind switch
        {
            OperandKind.Register => operand.Register.Id,
            OperandKind.SlotAddress => operand.Slot.Id,
            OperandKind.Symbol => operand.Symbol.GetHashCode(),
            _ => 0,
        });
    }

    private static void Add(ref ulong hash, long value)
    {
        hash = (hash ^ (ulong)value) * 0x9E3779B97F4A7C15;
        hash ^= hash >> 29;
    }
}
