namespace ProxyWasm.Compiler.Intermediate;

/// <summary>Properties of <see cref="Numeric"/> instructions.</summary>
internal static class Numerics
{
    public static IrType ResultType(this Numeric numeric) => numeric switch
    {
        >= Numeric.I64Clz and <= Numeric.I64Rotr => IrType.I64,
        >= Numeric.F32Abs and <= Numeric.F32Copysign => IrType.F32,
        >= Numeric.F64Abs and <= Numeric.F64Copysign => IrType.F64,
        Numeric.I64ExtendI32S or Numeric.I64ExtendI32U or Numeric.I64ReinterpretF64 => IrType.I64,
        >= Numeric.F32ConvertI32S and <= Numeric.F32DemoteF64 or Numeric.F32ReinterpretI32 => IrType.F32,
        >= Numeric.F64ConvertI32S and <= Numeric.F64PromoteF32 or Numeric.F64ReinterpretI64 => IrType.F64,
        >= Numeric.I64Extend8S and <= Numeric.I64Extend32S => IrType.I64,
        >= Numeric.I64TruncSatF32S and <= Numeric.I64TruncSatF64U => IrType.I64,
        _ => IrType.I32,
    };

    public static bool IsComparison(this Numeric numeric) => numeric is >= Numeric.I32Eqz and <= Numeric.F64Ge;

    /// <summary>Division and remainder trap on zero, so they stay behind their check.</summary>
    public static bool MayTrap(this Numeric numeric) => numeric is >= Numeric.I32DivS and <= Numeric.I32RemU
        or >= Numeric.I64DivS and <= Numeric.I64RemU;

    /// <summary>The comparison that is true exactly when this one is false; none for floating point.</summary>
    public static Numeric Negated(this Numeric numeric) => numeric switch
    {
        Numeric.I32Eq => Numeric.I32Ne,
        Numeric.I32Ne => Numeric.I32Eq,
        Numeric.I32LtS => Numeric.I32GeS,
        Numeric.I32LtU => Numeric.I32GeU,
        Numeric.I32GtS => Numeric.I32LeS,
        Numeric.I32GtU => Numeric.I32LeU,
        Numeric.I32LeS => Numeric.I32GtS,
        Numeric.I32LeU => Numeric.I32GtU,
        Numeric.I32GeS => Numeric.I32LtS,
        Numeric.I32GeU => Numeric.I32LtU,
        Numeric.I64Eq => Numeric.I64Ne,
        Numeric.I64Ne => Numeric.I64Eq,
        Numeric.I64LtS => Numeric.I64GeS,
        Numeric.I64LtU => Numeric.I64GeU,
        Numeric.I64GtS => Numeric.I64LeS,
        Numeric.I64GtU => Numeric.I64LeU,
        Numeric.I64LeS => Numeric.I64GtS,
        Numeric.I64LeU => Numeric.I64GtU,
        Numeric.I64GeS => Numeric.I64LtS,
        Numeric.I64GeU => Numeric.I64LtU,
        Numeric.F32Eq => Numeric.F32Ne,
        Numeric.F32Ne => Numeric.F32Eq,
        Numeric.F64Eq => Numeric.F64Ne,
        Numeric.F64Ne => Numeric.F64Eq,
        _ => Numeric.None,
    };
}
