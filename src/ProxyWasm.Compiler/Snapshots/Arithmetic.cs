using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>Numeric instructions over numbers, and over addresses as far as their place does not matter.</summary>
internal static class Arithmetic
{
    public static Value Compute(Numeric numeric, ReadOnlySpan<Value> values)
    {
        if (values.Length == 1)
        {
            return values[0].IsAddress ? OfAddress(numeric) : OfNumbers(numeric, values);
        }

        return values[0].IsAddress || values[1].IsAddress
            ? OfAddresses(numeric, values[0], values[1])
            : OfNumbers(numeric, values);
    }

    private static Value OfNumbers(Numeric numeric, ReadOnlySpan<Value> values)
    {
        var a = values[0].Bits;
        var b = values.Length > 1 ? values[1].Bits : 0;
        var result = ConstantArithmetic.Fold(numeric, a, b)
            ?? FloatingArithmetic.Fold(numeric, a, b)
            ?? throw new EvaluationStoppedException($"it computes {numeric} with a result that engines may choose");
        return new Value(result, null);
    }

    private static Value OfAddress(Numeric numeric) => numeric == Numeric.I32Eqz
        ? Value.Zero
        : throw new EvaluationStoppedException("it uses an address as a number");

    private static Value OfAddresses(Numeric numeric, Value a, Value b)
    {
        switch (numeric)
        {
            case Numeric.I32Add when !b.IsAddress:
                return a.Plus((int)b.Bits);
            case Numeric.I32Add when !a.IsAddress:
                return b.Plus((int)a.Bits);
            case Numeric.I32Sub when !b.IsAddress:
                return a.Plus(-(int)b.Bits);
            case Numeric.I32Sub when a.Region == b.Region:
                return Value.Int((int)(a.Bits - b.Bits));
            case Numeric.I32And when !b.IsAddress && b.Bits is >= 0 and < ObjectShape.Alignment && IsAligned(a.Region!):
                return Value.Int((int)(a.Bits & b.Bits));
            case Numeric.I32Eq or Numeric.I32Ne:
                return Value.Truth(AreEqual(a, b) == (numeric == Numeric.I32Eq));
            case Numeric.I32GtU or Numeric.I32LtU when a.Bits == 0 && b.Bits == 0 && !(a.IsAddress && b.IsAddress):
                // Comparison with null.
                return Value.Truth(numeric == Numeric.I32GtU ? a.IsAddress : b.IsAddress);
            default:
                return a.Region == b.Region
                    ? OfNumbers(numeric, [Value.Int((int)a.Bits), Value.Int((int)b.Bits)])
                    : throw new EvaluationStoppedException("it uses an address as a number");
        }
    }

    private static bool IsAligned(Region region) => region.Kind is RegionKind.Object or RegionKind.Constant;

    private static bool AreEqual(Value a, Value b)
    {
        if (a.Region == b.Region)
        {
            return a.Bits == b.Bits;
        }

        // One region may begin where another ends.
        return IsInside(a) && IsInside(b)
            ? false
            : throw new EvaluationStoppedException("it compares addresses of different things");
    }

    private static bool IsInside(Value value) => value.Region is { } region
        ? region.Kind == RegionKind.Opaque || (value.Bits >= 0 && value.Bits < region.Size)
        : value.Bits == 0;
}
