using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Importing;

/// <summary>The WebAssembly instruction for each <see cref="Comparison"/>.</summary>
internal static class Comparisons
{
    public static Numeric ForInt(this Comparison comparison) => comparison switch
    {
        Comparison.Equal => Numeric.I32Eq,
        Comparison.NotEqual => Numeric.I32Ne,
        Comparison.Greater => Numeric.I32GtS,
        Comparison.GreaterOrEqual => Numeric.I32GeS,
        Comparison.Less => Numeric.I32LtS,
        Comparison.LessOrEqual => Numeric.I32LeS,
        Comparison.GreaterUnsigned => Numeric.I32GtU,
        Comparison.GreaterOrEqualUnsigned => Numeric.I32GeU,
        Comparison.LessUnsigned => Numeric.I32LtU,
        _ => Numeric.I32LeU,
    };

    // The two families are in the same order, eleven opcodes apart.
    public static Numeric ForLong(this Comparison comparison) =>
        comparison.ForInt() + (Numeric.I64Eq - Numeric.I32Eq);

    public static (Numeric Numeric, bool Negate) ForReal(this Comparison comparison, IrType type)
    {
        var (numeric, negate) = comparison switch
        {
            Comparison.Equal => (Numeric.F64Eq, false),
            Comparison.NotEqual => (Numeric.F64Ne, false),
            Comparison.Greater => (Numeric.F64Gt, false),
            Comparison.GreaterOrEqual => (Numeric.F64Ge, false),
            Comparison.Less => (Numeric.F64Lt, false),
            Comparison.LessOrEqual => (Numeric.F64Le, false),
            Comparison.GreaterUnsigned => (Numeric.F64Le, true),
            Comparison.GreaterOrEqualUnsigned => (Numeric.F64Lt, true),
            Comparison.LessUnsigned => (Numeric.F64Ge, true),
            _ => (Numeric.F64Gt, true),
        };
        return (type == IrType.F32 ? numeric - (Numeric.F64Eq - Numeric.F32Eq) : numeric, negate);
    }
}
