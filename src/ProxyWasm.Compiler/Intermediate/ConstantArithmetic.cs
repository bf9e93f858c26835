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

        return Fold(numeric, operands[0].Bits, operands.Length > 1 ? operands[1].Bits : 0) is { } result
            ? Operand.Constant(numeric.ResultType(), result)
            : null;
    }

    /// <summary>The same over the bits of one or two constants.</summary>
    public static long? Fold(Numeric numeric, long a, long b) => numeric switch
    {
        Numeric.I32WrapI64 => (int)a,
        Numeric.I64ExtendI32S => (int)a,
        Numeric.I64ExtendI32U => (uint)a,
        Numeric.I32Extend8S or Numeric.I64Extend8S => (sbyte)a,
        Numeric.I32Extend16S or Numeric.I64Extend16S => (short)a,
        Numeric.I64Extend32S => (int)a,
        // Numbers of 32 bits keep their order, signed and unsigned, when their sign is extended.
        >= Numeric.I32Eqz and <= Numeric.I32GeU =>
            Compare(numeric - Numeric.I32Eqz + Numeric.I64Eqz, (int)a, (int)b) ? 1 : 0,
        >= Numeric.I64Eqz and <= Numeric.I64GeU => Compare(numeric, a, b) ? 1 : 0,
        >= Numeric.I32Clz and <= Numeric.I32Rotr => FoldInt(numeric, (int)a, (int)b),
        >= Numeric.I64Clz and <= Numeric.I64Rotr => FoldLong(numeric, a, b),
        _ => null,
    };

    private static long? FoldInt(Numeric numeric, int a, int b)
    {
        int? result = numeric switch
        {
            Numeric.I32Clz => BitOperations.LeadingZeroCount((uint)a),
            Numeric.I32Ctz => BitOperations.TrailingZeroCount((uint)a),
            Numeric.I32Popcnt => BitOperations.PopCount((uint)a),
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
            _ => null,
        };
        return result;
    }

    private static long? FoldLong(Numeric numeric, long a, long b) => numeric switch
    {
        Numeric.I64Clz => BitOperations.LeadingZeroCount((ulong)a),
        Numeric.I64Ctz => BitOperations.TrailingZeroCount((ulong)a),
        Numeric.I64Popcnt => BitOperations.PopCount((ulong)a),
        Numeric.I64Add => a + b,
        Numeric.I64Sub => a - b,
        Numeric.I64Mul => a * b,
        Numeric.I64And => a & b,
        Numeric.I64Or => a | b,
        Numeric.I64Xor => a ^ b,
        Numeric.I64Shl => a << (int)b,
        Numeric.I64ShrS => a >> (int)b,
        Numeric.I64ShrU => a >>> (int)b,
        Numeric.I64Rotl => (long)BitOperations.RotateLeft((ulong)a, (int)b),
        Numeric.I64Rotr => (long)BitOperations.RotateRight((ulong)a, (int)b),
        Numeric.I64DivS when b != 0 && !(a == long.MinValue && b == -1) => a / b,
        Numeric.I64DivU when b != 0 => (long)((ulong)a / (ulong)b),
        Numeric.I64RemS when b is not 0 and not -1 => a % b,
        Numeric.I64RemU when b != 0 => (long)((ulong)a % (ulong)b),
        _ => null,
    };

    private static bool Compare(Numeric numeric, long a, long b) => numeric switch
    {
        Numeric.I64Eqz => a == 0,
        Numeric.I64Eq => a == b,
        Numeric.I64Ne => a != b,
        Numeric.I64LtS => a < b,
        Numeric.I64LtU => (ulong)a < (ulong)b,
        Numeric.I64GtS => a > b,
        Numeric.I64GtU => (ulong)a > (ulong)b,
        Numeric.I64LeS => a <= b,
        Numeric.I64LeU => (ulong)a <= (ulong)b,
        Numeric.I64GeS => a >= b,
        _ => (ulong)a >= (ulong)b,
    };
}
