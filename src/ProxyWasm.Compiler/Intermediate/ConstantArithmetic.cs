using System.Numerics;

namespace ProxyWasm.Compiler.Intermediate;

/// <summary>Evaluates integer instructions over constants exactly as WebAssembly does.</summary>
internal static class ConstantArithmetic
{
    /// <summary>Null when the instruction is not folded: floating point, or one that would trap.</summary>
    public static Operand? Fold(Numeric numeric, Operand[] operands)
    {
        foreach (var operand in operands)
        {
            if (!operand.IsConstant || operand.Type is IrType.F32 or IrType.F64)
            {
                return null;
            }
        }

        if (operands.Length == 1)
        {
            return FoldUnary(numeric, operands[0].Bits);
        }

        return operands[0].Type == IrType.I32
            ? FoldInt(numeric, (int)operands[0].Bits, (int)operands[1].Bits)
            : FoldLong(numeric, operands[0].Bits, operands[1].Bits);
    }

    private static Operand? FoldUnary(Numeric numeric, long value) => numeric switch
    {
        Numeric.I32Eqz or Numeric.I64Eqz => Operand.Int(value == 0 ? 1 : 0),
        Numeric.I32WrapI64 => Operand.Int((int)value),
        Numeric.I64ExtendI32S => Operand.Long((int)value),
        Numeric.I64ExtendI32U => Operand.Long((uint)value),
        Numeric.I32Extend8S => Operand.Int((sbyte)value),
        Numeric.I32Extend16S => Operand.Int((short)value),
        Numeric.I64Extend8S => Operand.Long((sbyte)value),
        Numeric.I64Extend16S => Operand.Long((short)value),
        Numeric.I64Extend32S => Operand.Long((int)value),
        Numeric.I32Clz => Operand.Int(BitOperations.LeadingZeroCount((uint)value)),
        Numeric.I32Popcnt => Operand.Int(BitOperations.PopCount((uint)value)),
        Numeric.I32Ctz => Operand.Int(BitOperations.TrailingZeroCount((uint)value)),
        _ => null,
    };

    private static Operand? FoldInt(Numeric numeric, int a, int b)
    {
        int? result = numeric switch
        {
            Numeric.I32Add => a + b,
            Numeric.I32Sub => a - b,
            Numeric.I32Mul => a * b,
            Numeric.I32And => a & b,
            Numeric.I32Or => a | b,
            Numeric.I32Xor => a ^ b,
            Numeric.I32Shl => a << b,
            Numeric.I32ShrS => a >> b,
            Numeric.I32ShrU => a >>> b,
            Numeric.I32Rotl => (int)BitOperations.RotateLeft((uint)a, b),
            Numeric.I32Rotr => (int)BitOperations.RotateRight((uint)a, b),
            Numeric.I32DivS when b != 0 && !(a == int.MinValue && b == -1) => a / b,
            Numeric.I32DivU when b != 0 => (int)((uint)a / (uint)b),
            Numeric.I32RemS when b is not 0 and not -1 => a % b,
            Numeric.I32RemU when b != 0 => (int)((uint)a % (uint)b),
            Numeric.I32Eq => Bit(a == b),
            Numeric.I32Ne => Bit(a != b),
            Numeric.I32LtS => Bit(a < b),
            Numeric.I32LtU => Bit((uint)a < (uint)b),
            Numeric.I32GtS => Bit(a > b),
            Numeric.I32GtU => Bit((uint)a > (uint)b),
            Numeric.I32LeS => Bit(a <= b),
            Numeric.I32LeU => Bit((uint)a <= (uint)b),
            Numeric.I32GeS => Bit(a >= b),
            Numeric.I32GeU => Bit((uint)a >= (uint)b),
            _ => null,
        };
        return result is { } value ? Operand.Int(value) : null;
    }

    private static Operand? FoldLong(Numeric numeric, long a, long b)
    {
        long? result = numeric switch
        {
            Numeric.I64Add => a + b,
            Numeric.I64Sub => a - b,
            Numeric.I64Mul => a * b,
            Numeric.I64And => a & b,
            Numeric.I64Or => a | b,
            Numeric.I64Xor => a ^ b,
            Numeric.I64Shl => a << (int)b,
            Numeric.I64ShrS => a >> (int)b,
            Numeric.I64ShrU => a >>> (int)b,
            _ => null,
        };
        if (result is { } value)
        {
            return Operand.Long(value);
        }

        bool? comparison = numeric switch
        {
            Numeric.I64Eq => a == b,
            Numeric.I64Ne => a != b,
            Numeric.I64LtS => a < b,
            Numeric.I64LtU => (ulong)a < (ulong)b,
            Numeric.I64GtS => a > b,
            Numeric.I64GtU => (ulong)a > (ulong)b,
            Numeric.I64LeS => a <= b,
            Numeric.I64LeU => (ulong)a <= (ulong)b,
            Numeric.I64GeS => a >= b,
            Numeric.I64GeU => (ulong)a >= (ulong)b,
            _ => null,
        };
        return comparison is { } truth ? Operand.Int(Bit(truth)) : null;
    }

    private static int Bit(bool value) => value ? 1 : 0;
}
