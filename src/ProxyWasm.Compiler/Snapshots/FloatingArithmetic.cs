using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>Floating-point instructions and conversions as WebAssembly defines them.</summary>
/// <remarks>Which NaN an operation gives is up to the engine, so it is no result here.</remarks>
internal static class FloatingArithmetic
{
    public static long? Fold(Numeric numeric, long a, long b) => numeric switch
    {
        >= Numeric.F32Eq and <= Numeric.F32Ge => Compare(numeric - Numeric.F32Eq, Float(a), Float(b)),
        >= Numeric.F64Eq and <= Numeric.F64Ge => Compare(numeric - Numeric.F64Eq, Real(a), Real(b)),
        Numeric.F32Abs => a & int.MaxValue,
        Numeric.F32Neg => (int)a ^ int.MinValue,
        Numeric.F32Copysign => ((int)a & int.MaxValue) | ((int)b & int.MinValue),
        Numeric.F64Abs => a & long.MaxValue,
        Numeric.F64Neg => a ^ long.MinValue,
        Numeric.F64Copysign => (a & long.MaxValue) | (b & long.MinValue),
        >= Numeric.F32Ceil and <= Numeric.F32Max => Of(Single(numeric, Float(a), Float(b))),
        >= Numeric.F64Ceil and <= Numeric.F64Max => Of(Double(numeric, Real(a), Real(b))),
        _ => Convert(numeric, a),
    };

    private static float Float(long bits) => BitConverter.Int32BitsToSingle((int)bits);

    private static double Real(long bits) => BitConverter.Int64BitsToDouble(bits);

    private static long? Of(float? value) =>
        value is { } number && !float.IsNaN(number) ? BitConverter.SingleToInt32Bits(number) : null;

    private static long? Of(double? value) =>
        value is { } number && !double.IsNaN(number) ? BitConverter.DoubleToInt64Bits(number) : null;

    private static long Compare(int kind, double a, double b)
    {
        var holds = kind switch
        {
            0 => a == b,
            1 => a != b,
            2 => a < b,
            3 => a > b,
            4 => a <= b,
            _ => a >= b,
        };
        return holds ? 1 : 0;
    }

    private static float? Single(Numeric numeric, float a, float b) => numeric switch
    {
        Numeric.F32Ceil => MathF.Ceiling(a),
        Numeric.F32Floor => MathF.Floor(a),
        Numeric.F32Trunc => MathF.Truncate(a),
        Numeric.F32Nearest => MathF.Round(a, MidpointRounding.ToEven),
        Numeric.F32Sqrt => MathF.Sqrt(a),
        Numeric.F32Add => a + b,
        Numeric.F32Sub => a - b,
        Numeric.F32Mul => a * b,
        Numeric.F32Div => a / b,
        Numeric.F32Min => MathF.Min(a, b),
        Numeric.F32Max => MathF.Max(a, b),
        _ => null,
    };

    private static double? Double(Numeric numeric, double a, double b) => numeric switch
    {
        Numeric.F64Ceil => Math.Ceiling(a),
        Numeric.F64Floor => Math.Floor(a),
        Numeric.F64Trunc => Math.Truncate(a),
        Numeric.F64Nearest => Math.Round(a, MidpointRounding.ToEven),
        Numeric.F64Sqrt => Math.Sqrt(a),
        Numeric.F64Add => a + b,
        Numeric.F64Sub => a - b,
        Numeric.F64Mul => a * b,
        Numeric.F64Div => a / b,
        Numeric.F64Min => Math.Min(a, b),
        Numeric.F64Max => Math.Max(a, b),
        _ => null,
    };

    private static long? Convert(Numeric numeric, long a) => numeric switch
    {
        Numeric.F32ConvertI32S => Of((float)(int)a),
        Numeric.F32ConvertI32U => Of((float)(uint)a),
        Numeric.F32ConvertI64S => Of((float)a),
        Numeric.F32ConvertI64U => Of((float)(ulong)a),
        Numeric.F32DemoteF64 => Of((float)Real(a)),
        Numeric.F64ConvertI32S => Of((double)(int)a),
        Numeric.F64ConvertI32U => Of((double)(uint)a),
        Numeric.F64ConvertI64S => Of((double)a),
        Numeric.F64ConvertI64U => Of((double)(ulong)a),
        Numeric.F64PromoteF32 => Of((double)Float(a)),
        Numeric.I32ReinterpretF32 or Numeric.I64ReinterpretF64 or Numeric.F32ReinterpretI32
            or Numeric.F64ReinterpretI64 => a,
        Numeric.I32TruncSatF32S => (int)Float(a),
        Numeric.I32TruncSatF32U => (int)(uint)Float(a),
        Numeric.I32TruncSatF64S => (int)Real(a),
        Numeric.I32TruncSatF64U => (int)(uint)Real(a),
        Numeric.I64TruncSatF32S => (long)Float(a),
        Numeric.I64TruncSatF32U => (long)(ulong)Float(a),
        Numeric.I64TruncSatF64S => (long)Real(a),
        Numeric.I64TruncSatF64U => (long)(ulong)Real(a),
        _ => null,
    };
}
