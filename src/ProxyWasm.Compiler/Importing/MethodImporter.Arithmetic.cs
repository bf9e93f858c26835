using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Importing;

/// <content>Arithmetic, with and without overflow checks.</content>
internal sealed partial class MethodImporter
{
    private bool ImportArithmetic(ILOpCode code)
    {
        switch (code)
        {
            case ILOpCode.Add:
                Binary(Numeric.I32Add, Numeric.I64Add, Numeric.F32Add, Numeric.F64Add);
                return true;
            case ILOpCode.Sub:
                Binary(Numeric.I32Sub, Numeric.I64Sub, Numeric.F32Sub, Numeric.F64Sub);
                return true;
            case ILOpCode.Mul:
                Binary(Numeric.I32Mul, Numeric.I64Mul, Numeric.F32Mul, Numeric.F64Mul);
                return true;
            case ILOpCode.And:
                Binary(Numeric.I32And, Numeric.I64And, Numeric.None, Numeric.None);
                return true;
            case ILOpCode.Or:
                Binary(Numeric.I32Or, Numeric.I64Or, Numeric.None, Numeric.None);
                return true;
            case ILOpCode.Xor:
                Binary(Numeric.I32Xor, Numeric.I64Xor, Numeric.None, Numeric.None);
                return true;
            case ILOpCode.Div or ILOpCode.Rem or ILOpCode.Div_un or ILOpCode.Rem_un:
                Divide(code);
                return true;
            case ILOpCode.Shl:
                Shift(Numeric.I32Shl, Numeric.I64Shl);
                return true;
            case ILOpCode.Shr:
                Shift(Numeric.I32ShrS, Numeric.I64ShrS);
                return true;
            case ILOpCode.Shr_un:
                Shift(Numeric.I32ShrU, Numeric.I64ShrU);
                return true;
            case ILOpCode.Neg:
                Negate();
                return true;
            case ILOpCode.Not:
                var value = PopOperand();
                Push(value.Type == IrType.I64
                    ? EmitNumeric(Numeric.I64Xor, value, Operand.Long(-1))
                    : EmitNumeric(Numeric.I32Xor, value, Operand.Int(-1)));
                return true;
            case >= ILOpCode.Add_ovf and <= ILOpCode.Sub_ovf_un:
                CheckedArithmetic(code);
                return true;
            case ILOpCode.Ceq:
                Push(Compare(Comparison.Equal), _system.Int32);
                return true;
            case ILOpCode.Cgt:
                Push(Compare(Comparison.Greater), _system.Int32);
                return true;
            case ILOpCode.Cgt_un:
                Push(Compare(Comparison.GreaterUnsigned), _system.Int32);
                return true;
            case ILOpCode.Clt:
                Push(Compare(Comparison.Less), _system.Int32);
                return true;
            case ILOpCode.Clt_un:
                Push(Compare(Comparison.LessUnsigned), _system.Int32);
                return true;
            case ILOpCode.Ckfinite:
                throw new InvalidOperationException("ckfinite is not supported");
            default:
                return false;
        }
    }

    private void Binary(Numeric forInt, Numeric forLong, Numeric forSingle, Numeric forDouble)
    {
        var b = PopOperand();
        var a = PopOperand();
        Balance(ref a, ref b);
        Push(EmitNumeric(
            a.Type switch
            {
                IrType.I32 => forInt,
                IrType.I64 => forLong,
                IrType.F32 => forSingle,
                _ => forDouble,
            },
            a,
            b));
    }

    private void Shift(Numeric forInt, Numeric forLong)
    {
        var count = PopOperand();
        var value = PopOperand();
        Push(EmitNumeric(value.Type == IrType.I64 ? forLong : forInt, value, Coerce(count, value.Type)));
    }

    private void Negate()
    {
        var value = PopOperand();
        Push(value.Type switch
        {
            IrType.I32 => EmitNumeric(Numeric.I32Sub, Operand.Int(0), value),
            IrType.I64 => EmitNumeric(Numeric.I64Sub, Operand.Long(0), value),
            IrType.F32 => EmitNumeric(Numeric.F32Neg, value),
            _ => EmitNumeric(Numeric.F64Neg, value),
        });
    }

    private void Divide(ILOpCode code)
    {
        var b = PopOperand();
        var a = PopOperand();
        Balance(ref a, ref b);
        if (a.Type is IrType.F32 or IrType.F64)
        {
            DivideReal(code, a, b);
            return;
        }

        var isLong = a.Type == IrType.I64;
        var signed = code is ILOpCode.Div or ILOpCode.Rem;
        if (!b.IsConstant || b.Bits == 0)
        {
            ThrowIf(Fault.DivideByZero, EmitNumeric(isLong ? Numeric.I64Eqz : Numeric.I32Eqz, b));
        }

        if (signed && (!b.IsConstant || b.Bits == -1))
        {
            CheckDivisionOverflow(a, b, isLong);
        }

        var numeric = code switch
        {
            ILOpCode.Div => Numeric.I32DivS,
            ILOpCode.Div_un => Numeric.I32DivU,
            ILOpCode.Rem => Numeric.I32RemS,
            _ => Numeric.I32RemU,
        };
        Push(EmitNumeric(isLong ? numeric + (Numeric.I64DivS - Numeric.I32DivS) : numeric, a, b));
    }

    private void CheckDivisionOverflow(Operand a, Operand b, bool isLong)
    {
        var minusOne = isLong
            ? EmitNumeric(Numeric.I64Eq, b, Operand.Long(-1)) : EmitNumeric(Numeric.I32Eq, b, Operand.Int(-1));
        var smallest = isLong
            ? EmitNumeric(Numeric.I64Eq, a, Operand.Long(long.MinValue))
            : EmitNumeric(Numeric.I32Eq, a, Operand.Int(int.MinValue));
        ThrowIf(Fault.Overflow, EmitNumeric(Numeric.I32And, minusOne, smallest));
    }

    private void DivideReal(ILOpCode code, Operand a, Operand b)
    {
        if (code == ILOpCode.Div)
        {
            Push(EmitNumeric(a.Type == IrType.F32 ? Numeric.F32Div : Numeric.F64Div, a, b));
            return;
        }

        var type = a.Type;
        var result = CallRuntime("Arithmetic", "Remainder", Coerce(a, IrType.F64), Coerce(b, IrType.F64));
        Push(Coerce(result, type));
    }

    internal void ThrowIf(Fault fault, Operand condition)
    {
        if (!condition.IsZero)
        {
            Emit(new Instruction { Operation = Operation.ThrowIf, Fault = fault, Operands = [condition] });
        }
    }

    private void CheckedArithmetic(ILOpCode code)
    {
        var b = PopOperand();
        var a = PopOperand();
        Balance(ref a, ref b);
        var unsigned = code is ILOpCode.Add_ovf_un or ILOpCode.Mul_ovf_un or ILOpCode.Sub_ovf_un;
        var operation = code switch
        {
            ILOpCode.Add_ovf or ILOpCode.Add_ovf_un => Numeric.I64Add,
            ILOpCode.Sub_ovf or ILOpCode.Sub_ovf_un => Numeric.I64Sub,
            _ => Numeric.I64Mul,
        };
        if (a.Type == IrType.I32)
        {
            Push(CheckedInt(operation, a, b, unsigned));
        }
        else if (operation == Numeric.I64Mul)
        {
            Push(CallRuntime("Arithmetic", unsigned ? "MultiplyUnsigned" : "MultiplySigned", a, b));
        }
        else
        {
            Push(CheckedLong(operation, a, b, unsigned));
        }
    }

    /// <summary>Computes in 64 bits and looks whether the result fits.</summary>
    private Operand CheckedInt(Numeric operation, Operand a, Operand b, bool unsigned)
    {
        var widen = unsigned ? Numeric.I64ExtendI32U : Numeric.I64ExtendI32S;
        var wide = EmitNumeric(operation, EmitNumeric(widen, a), EmitNumeric(widen, b));
        var overflow = unsigned
            ? EmitNumeric(Numeric.I64Ne, EmitNumeric(Numeric.I64ShrU, wide, Operand.Long(32)), Operand.Long(0))
            : EmitNumeric(Numeric.I64Ne, EmitNumeric(Numeric.I64Extend32S, wide), wide);
        ThrowIf(Fault.Overflow, overflow);
        return EmitNumeric(Numeric.I32WrapI64, wide);
    }

    private Operand CheckedLong(Numeric operation, Operand a, Operand b, bool unsigned)
    {
        var result = EmitNumeric(operation, a, b);
        Operand overflow;
        if (unsigned)
        {
            overflow = operation == Numeric.I64Add
                ? EmitNumeric(Numeric.I64LtU, result, a)
                : EmitNumeric(Numeric.I64LtU, a, b);
        }
        else
        {
            // Addition overflows when both inputs differ in sign from the result; subtraction when the inputs differ
            // and the result differs from the first.
            var first = EmitNumeric(Numeric.I64Xor, a, result);
            var second = operation == Numeric.I64Add
                ? EmitNumeric(Numeric.I64Xor, b, result) : EmitNumeric(Numeric.I64Xor, a, b);
            overflow = EmitNumeric(Numeric.I64LtS, EmitNumeric(Numeric.I64And, first, second), Operand.Long(0));
        }

        ThrowIf(Fault.Overflow, overflow);
        return result;
    }
}
