using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Importing;

/// <content>Conditional branches and comparisons.</content>
internal sealed partial class MethodImporter
{
    private bool ImportTruthBranch(IlInstruction instruction)
    {
        var value = Pop();
        var whenTrue = instruction.OpCode is ILOpCode.Brtrue or ILOpCode.Brtrue_s;
        if (KnownTruth(value) is { } truth)
        {
            _block.Jump(Continue(truth == whenTrue ? instruction.Targets[0] : instruction.Next));
            return false;
        }

        var condition = Materialise(value) is { IsStructure: true } structure
            ? ScalarOf(structure) : Materialise(value).Operand;
        if (condition.Type == IrType.I64)
        {
            condition = EmitNumeric(Numeric.I64Ne, condition, Operand.Long(0));
        }

        Fork(condition, instruction, whenTrue);
        return false;
    }

    private static bool? KnownTruth(StackValue value) =>
        value.Boxed is not null || value.TypeToken is not null || value.Literal is not null
            ? true
            : value.Constant switch
        {
            null => null,
            0 => false,
            _ => true,
        };

    private bool ImportCompareBranch(IlInstruction instruction)
    {
        var comparison = instruction.OpCode switch
        {
            ILOpCode.Beq or ILOpCode.Beq_s => Comparison.Equal,
            ILOpCode.Bge or ILOpCode.Bge_s => Comparison.GreaterOrEqual,
            ILOpCode.Bgt or ILOpCode.Bgt_s => Comparison.Greater,
            ILOpCode.Ble or ILOpCode.Ble_s => Comparison.LessOrEqual,
            ILOpCode.Blt or ILOpCode.Blt_s => Comparison.Less,
            ILOpCode.Bne_un or ILOpCode.Bne_un_s => Comparison.NotEqual,
            ILOpCode.Bge_un or ILOpCode.Bge_un_s => Comparison.GreaterOrEqualUnsigned,
            ILOpCode.Bgt_un or ILOpCode.Bgt_un_s => Comparison.GreaterUnsigned,
            ILOpCode.Ble_un or ILOpCode.Ble_un_s => Comparison.LessOrEqualUnsigned,
            _ => Comparison.LessUnsigned,
        };
        var condition = Compare(comparison);
        if (condition.IsConstant)
        {
            _block.Jump(Continue(condition.Bits != 0 ? instruction.Targets[0] : instruction.Next));
            return false;
        }

        Fork(condition, instruction, whenTrue: true);
        return false;
    }

    private void Fork(Operand condition, IlInstruction instruction, bool whenTrue)
    {
        if (instruction.Targets[0] == instruction.Next)
        {
            _block.Jump(Continue(instruction.Next));
            return;
        }

        var taken = Continue(instruction.Targets[0]);
        var next = Continue(instruction.Next);
        _block.Branch(condition, whenTrue ? taken : next, whenTrue ? next : taken);
    }

    private void ImportSwitch(IlInstruction instruction)
    {
        var value = PopInt();
        if (value.IsConstant)
        {
            var index = (uint)value.Bits;
            _block.Jump(Continue(index < instruction.Targets.Length ? instruction.Targets[index] : instruction.Next));
            return;
        }

        var targets = instruction.Targets.Append(instruction.Next).Select(Continue).ToArray();
        _block.Terminator = TerminatorKind.Switch;
        _block.Value = value;
        _block.Targets = targets;
    }

    private Operand Compare(Comparison comparison)
    {
        var right = Pop();
        var left = Pop();
        if (CompareKnown(comparison, left, right) is { } known)
        {
            return Operand.Int(known ? 1 : 0);
        }

        var b = ComparedOperand(right);
        var a = ComparedOperand(left);
        Balance(ref a, ref b);
        return a.Type switch
        {
            IrType.I32 => EmitNumeric(comparison.ForInt(), a, b),
            IrType.I64 => EmitNumeric(comparison.ForLong(), a, b),
            _ => CompareReal(comparison, a, b),
        };
    }

    /// <summary>A pending box is not null, and two type handles are equal exactly when the types are.</summary>
    private static bool? CompareKnown(Comparison comparison, StackValue left, StackValue right)
    {
        var againstNull = (left.Constant == 0 && IsKnownObject(right)) || (right.Constant == 0 && IsKnownObject(left));
        return comparison switch
        {
            Comparison.Equal when againstNull => false,
            Comparison.NotEqual or Comparison.GreaterUnsigned when againstNull => true,
            Comparison.Equal when left.TypeToken is not null && right.TypeToken is not null =>
                left.TypeToken == right.TypeToken,
            Comparison.NotEqual when left.TypeToken is not null && right.TypeToken is not null =>
                left.TypeToken != right.TypeToken,
            _ => null,
        };
    }

    private static bool IsKnownObject(StackValue value) =>
        value.Boxed is not null || value.TypeToken is not null || value.Literal is not null;

    private Operand ComparedOperand(StackValue value) =>
        Materialise(value) is { IsStructure: true } structure ? ScalarOf(structure) : Materialise(value).Operand;

    private void Balance(ref Operand a, ref Operand b)
    {
        if (a.Type == b.Type)
        {
            return;
        }

        var wide = a.Type is IrType.F64 or IrType.F32 || b.Type is IrType.F64 or IrType.F32 ? IrType.F64 : IrType.I64;
        a = Coerce(a, wide);
        b = Coerce(b, wide);
    }

    private Operand CompareReal(Comparison comparison, Operand a, Operand b)
    {
        // The unsigned forms mean "or unordered": they are the opposite of the ordered opposite.
        var (numeric, negate) = comparison.ForReal(a.Type);
        var result = EmitNumeric(numeric, a, b);
        return negate ? EmitNumeric(Numeric.I32Eqz, result) : result;
    }
}
