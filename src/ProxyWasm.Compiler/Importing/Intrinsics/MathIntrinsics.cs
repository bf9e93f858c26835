using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>Mathematical functions that WebAssembly has as instructions.</summary>
internal static class MathIntrinsics
{
    public static void Register(IntrinsicTable table)
    {
        Add(table, "Sqrt", Numeric.F64Sqrt, Numeric.F32Sqrt);
        Add(table, "Floor", Numeric.F64Floor, Numeric.F32Floor);
        Add(table, "Ceiling", Numeric.F64Ceil, Numeric.F32Ceil);
        Add(table, "Truncate", Numeric.F64Trunc, Numeric.F32Trunc);
        Add(table, "Abs", Numeric.F64Abs, Numeric.F32Abs);
        Add(table, "CopySign", Numeric.F64Copysign, Numeric.F32Copysign);
        foreach (var owner in (string[])["System.Double::", "System.Single::"])
        {
            table.Add(owner + "ConvertToIntegerNative", ConvertToInteger);
        }

        const string bits = "System.Numerics.BitOperations::";
        table.Add(bits + "LeadingZeroCount", c => Count(c, Numeric.I32Clz, Numeric.I64Clz));
        table.Add(bits + "TrailingZeroCount", c => Count(c, Numeric.I32Ctz, Numeric.I64Ctz));
        table.Add(bits + "PopCount", c => Count(c, Numeric.I32Popcnt, Numeric.I64Popcnt));
        table.Add(bits + "RotateLeft", c => Rotate(c, Numeric.I32Rotl, Numeric.I64Rotl));
        table.Add(bits + "RotateRight", c => Rotate(c, Numeric.I32Rotr, Numeric.I64Rotr));
        table.Add("System.BitConverter::DoubleToInt64Bits", c =>
            c.Return(c.Emit(Numeric.I64ReinterpretF64, c.Operand(0))));
        table.Add("System.BitConverter::DoubleToUInt64Bits", c =>
            c.Return(c.Emit(Numeric.I64ReinterpretF64, c.Operand(0))));
        table.Add("System.BitConverter::Int64BitsToDouble", c =>
            c.Return(c.Emit(Numeric.F64ReinterpretI64, c.Operand(0))));
        table.Add("System.BitConverter::UInt64BitsToDouble", c =>
            c.Return(c.Emit(Numeric.F64ReinterpretI64, c.Operand(0))));
        table.Add("System.BitConverter::SingleToInt32Bits", c =>
            c.Return(c.Emit(Numeric.I32ReinterpretF32, c.Operand(0))));
        table.Add("System.BitConverter::SingleToUInt32Bits", c =>
            c.Return(c.Emit(Numeric.I32ReinterpretF32, c.Operand(0))));
        table.Add("System.BitConverter::Int32BitsToSingle", c =>
            c.Return(c.Emit(Numeric.F32ReinterpretI32, c.Operand(0))));
        table.Add("System.BitConverter::UInt32BitsToSingle", c =>
            c.Return(c.Emit(Numeric.F32ReinterpretI32, c.Operand(0))));
    }

    private static bool ConvertToInteger(IntrinsicCall call) => call.TypeArgument.Primitive switch
    {
        Primitive.Int32 => call.Return(call.Importer.ToInt(call.Operand(0), signed: true)),
        Primitive.UInt32 => call.Return(call.Importer.ToInt(call.Operand(0), signed: false)),
        Primitive.Int64 => call.Return(call.Importer.ToLong(call.Operand(0), signed: true)),
        Primitive.UInt64 => call.Return(call.Importer.ToLong(call.Operand(0), signed: false)),
        _ => false,
    };

    private static void Add(IntrinsicTable table, string name, Numeric forDouble, Numeric forSingle)
    {
        foreach (var owner in (string[])["System.Math::", "System.MathF::"])
        {
            table.Add(owner + name, call => Real(call, forDouble, forSingle));
        }
    }

    private static bool Real(IntrinsicCall call, Numeric forDouble, Numeric forSingle)
    {
        var primitive = call.Method.Signature.ReturnType.Primitive;
        if (primitive is not (Primitive.Double or Primitive.Single))
        {
            return false;
        }

        var operands = Enumerable.Range(0, call.Arguments.Length).Select(call.Operand).ToArray();
        return call.Return(call.Emit(primitive == Primitive.Double ? forDouble : forSingle, operands));
    }

    private static bool Count(IntrinsicCall call, Numeric forInt, Numeric forLong)
    {
        var value = call.Operand(0);
        return call.Return(value.Type == IrType.I64
            ? call.Emit(Numeric.I32WrapI64, call.Emit(forLong, value))
            : call.Emit(forInt, value));
    }

    private static bool Rotate(IntrinsicCall call, Numeric forInt, Numeric forLong)
    {
        var value = call.Operand(0);
        var count = call.Operand(1);
        return call.Return(value.Type == IrType.I64
            ? call.Emit(forLong, value, call.Importer.ToLong(count, signed: true))
            : call.Emit(forInt, value, count));
    }
}
