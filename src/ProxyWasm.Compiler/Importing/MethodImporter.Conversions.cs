using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Importing;

/// <content>Conversions between numbers; those from floating point saturate, as .NET's do.</content>
internal sealed partial class MethodImporter
{
    private bool ImportConversion(IlInstruction instruction)
    {
        switch (instruction.OpCode)
        {
            case ILOpCode.Conv_i1:
                Push(EmitNumeric(Numeric.I32Extend8S, ToInt(PopOperand(), signed: true)));
                return true;
            case ILOpCode.Conv_i2:
                Push(EmitNumeric(Numeric.I32Extend16S, ToInt(PopOperand(), signed: true)));
                return true;
            case ILOpCode.Conv_u1:
                Push(EmitNumeric(Numeric.I32And, ToInt(PopOperand(), signed: true), Operand.Int(0xFF)));
                return true;
            case ILOpCode.Conv_u2:
                Push(EmitNumeric(Numeric.I32And, ToInt(PopOperand(), signed: true), Operand.Int(0xFFFF)));
                return true;
            case ILOpCode.Conv_i4 or ILOpCode.Conv_i:
                ConvertAddress(signed: true);
                return true;
            case ILOpCode.Conv_u4 or ILOpCode.Conv_u:
                ConvertAddress(signed: false);
                return true;
            case ILOpCode.Conv_i8:
                Push(ToLong(PopOperand(), signed: true));
                return true;
            case ILOpCode.Conv_u8:
                Push(ToLong(PopOperand(), signed: false));
                return true;
            case ILOpCode.Conv_r4:
                Push(ToReal(PopOperand(), IrType.F32, signed: true));
                return true;
            case ILOpCode.Conv_r8:
                Push(ToReal(PopOperand(), IrType.F64, signed: true));
                return true;
            case ILOpCode.Conv_r_un:
                // Rounding once: what is rounded to double precision first may end on the wrong side of a tie.
                Push(ToReal(PopOperand(), instruction.BecomesSingle ? IrType.F32 : IrType.F64, signed: false));
                return true;
            default:
                return ImportCheckedConversion(instruction.OpCode);
        }
    }

    /// <summary>A managed pointer that becomes a native integer keeps what is known about it.</summary>
    private void ConvertAddress(bool signed)
    {
        var value = Pop();
        if (value.IrType == IrType.I32 && value is { Boxed: null, IsStructure: false })
        {
            Push(value with { Type = null });
            return;
        }

        Push(value);
        Push(ToInt(PopOperand(), signed));
    }

    private bool ImportCheckedConversion(ILOpCode code)
    {
        (IntegerRange Range, bool Unsigned)? target = code switch
        {
            ILOpCode.Conv_ovf_i1 => (IntegerRange.Int8, false),
            ILOpCode.Conv_ovf_i1_un => (IntegerRange.Int8, true),
            ILOpCode.Conv_ovf_u1 => (IntegerRange.UInt8, false),
            ILOpCode.Conv_ovf_u1_un => (IntegerRange.UInt8, true),
            ILOpCode.Conv_ovf_i2 => (IntegerRange.Int16, false),
            ILOpCode.Conv_ovf_i2_un => (IntegerRange.Int16, true),
            ILOpCode.Conv_ovf_u2 => (IntegerRange.UInt16, false),
            ILOpCode.Conv_ovf_u2_un => (IntegerRange.UInt16, true),
            ILOpCode.Conv_ovf_i4 or ILOpCode.Conv_ovf_i => (IntegerRange.Int32, false),
            ILOpCode.Conv_ovf_i4_un or ILOpCode.Conv_ovf_i_un => (IntegerRange.Int32, true),
            ILOpCode.Conv_ovf_u4 or ILOpCode.Conv_ovf_u => (IntegerRange.UInt32, false),
            ILOpCode.Conv_ovf_u4_un or ILOpCode.Conv_ovf_u_un => (IntegerRange.UInt32, true),
            ILOpCode.Conv_ovf_i8 => (IntegerRange.Int64, false),
            ILOpCode.Conv_ovf_i8_un => (IntegerRange.Int64, true),
            ILOpCode.Conv_ovf_u8 => (IntegerRange.UInt64, false),
            ILOpCode.Conv_ovf_u8_un => (IntegerRange.UInt64, true),
            _ => null,
        };
        if (target is not var (range, unsigned))
        {
            return false;
        }

        var value = PopOperand();
        Push(value.Type is IrType.F32 or IrType.F64
            ? CheckedFromReal(Coerce(value, IrType.F64), range)
            : CheckedFromInteger(value, range, unsigned));
        return true;
    }

    private Operand CheckedFromInteger(Operand value, IntegerRange range, bool unsigned)
    {
        var wide = ToLong(value, !unsigned);
        if (range.Is64Bit)
        {
            // Only a change of sign can be wrong, and a zero-extended 32-bit value has none.
            if (range.IsSigned == unsigned && !(unsigned && value.Type == IrType.I32))
            {
                ThrowIf(Fault.Overflow, EmitNumeric(Numeric.I64LtS, wide, Operand.Long(0)));
            }

            return wide;
        }

        var lowest = unsigned ? 0 : (long)range.Lowest;
        var distance = EmitNumeric(Numeric.I64Sub, wide, Operand.Long(lowest));
        var span = Operand.Long((long)range.Highest - lowest);
        ThrowIf(Fault.Overflow, EmitNumeric(Numeric.I64GtU, distance, span));
        return EmitNumeric(Numeric.I32WrapI64, wide);
    }

    private Operand CheckedFromReal(Operand value, IntegerRange range)
    {
        // Not a number fails both comparisons, so the test is for being inside.
        var above = range.LowestIsInclusiveForReals
            ? EmitNumeric(Numeric.F64Ge, value, Operand.Double(range.Lowest))
            : EmitNumeric(Numeric.F64Gt, value, Operand.Double(range.Lowest - 1));
        var below = EmitNumeric(Numeric.F64Lt, value, Operand.Double(range.EndForReals));
        ThrowIf(Fault.Overflow, EmitNumeric(Numeric.I32Eqz, EmitNumeric(Numeric.I32And, above, below)));
        return range.Is64Bit ? ToLong(value, range.IsSigned) : ToInt(value, range.IsSigned);
    }

    internal Operand ToInt(Operand value, bool signed) => value.Type switch
    {
        IrType.I64 => EmitNumeric(Numeric.I32WrapI64, value),
        IrType.F32 => EmitNumeric(signed ? Numeric.I32TruncSatF32S : Numeric.I32TruncSatF32U, value),
        IrType.F64 => EmitNumeric(signed ? Numeric.I32TruncSatF64S : Numeric.I32TruncSatF64U, value),
        _ => value,
    };

    internal Operand ToLong(Operand value, bool signed) => value.Type switch
    {
        IrType.I32 => EmitNumeric(signed ? Numeric.I64ExtendI32S : Numeric.I64ExtendI32U, value),
        IrType.F32 => EmitNumeric(signed ? Numeric.I64TruncSatF32S : Numeric.I64TruncSatF32U, value),
        IrType.F64 => EmitNumeric(signed ? Numeric.I64TruncSatF64S : Numeric.I64TruncSatF64U, value),
        _ => value,
    };

    private Operand ToReal(Operand value, IrType wanted, bool signed)
    {
        if (value.Type is IrType.F32 or IrType.F64)
        {
            return Coerce(value, wanted);
        }

        var single = wanted == IrType.F32;
        var numeric = value.Type == IrType.I32
            ? single ? Numeric.F32ConvertI32S : Numeric.F64ConvertI32S
            : single ? Numeric.F32ConvertI64S : Numeric.F64ConvertI64S;
        return EmitNumeric(signed ? numeric : numeric + 1, value);
    }
}
