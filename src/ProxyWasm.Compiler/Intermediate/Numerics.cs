namespace ProxyWasm.Compiler.Intermediate;

/// <summary>Properties of <see cref="Numeric"/> instructions.</summary>
internal static class Numerics
{
    public static IrType ResultType(this Numeric numeric)
    {
        var name = numeric.ToString();
        if (IsComparison(numeric))
        {
            return IrType.I32;
        }

        return name.AsSpan(0, 3) switch
        {
            "I32" => IrType.I32,
            "I64" => IrType.I64,
            "F32" => IrType.F32,
            _ => IrType.F64,
        };
    }

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
