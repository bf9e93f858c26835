using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>Pointer arithmetic and reinterpretation of <c>System.Runtime.CompilerServices.Unsafe</c>.</summary>
internal static class UnsafeIntrinsics
{
    private const string Unsafe = "System.Runtime.CompilerServices.Unsafe::";

    public static void Register(IntrinsicTable table)
    {
        table.Add(Unsafe + "As", As);
        table.Add(Unsafe + "AsRef", c => c.Return(Untyped(c, 0)));
        table.Add(Unsafe + "AsPointer", c => c.Return(Untyped(c, 0)));
        table.Add(Unsafe + "Add", c => Offset(c, Numeric.I32Add, scaled: true));
        table.Add(Unsafe + "Subtract", c => Offset(c, Numeric.I32Sub, scaled: true));
        table.Add(Unsafe + "AddByteOffset", c => Offset(c, Numeric.I32Add, scaled: false));
        table.Add(Unsafe + "SubtractByteOffset", c => Offset(c, Numeric.I32Sub, scaled: false));
        table.Add(Unsafe + "ByteOffset", c => c.Return(c.Emit(Numeric.I32Sub, c.Int(1), c.Int(0))));
        table.Add(Unsafe + "AreSame", c => c.Return(c.Emit(Numeric.I32Eq, c.Int(0), c.Int(1))));
        table.Add(Unsafe + "IsAddressLessThan", c => c.Return(c.Emit(Numeric.I32LtU, c.Int(0), c.Int(1))));
        table.Add(Unsafe + "IsAddressGreaterThan", c => c.Return(c.Emit(Numeric.I32GtU, c.Int(0), c.Int(1))));
        table.Add(Unsafe + "IsAddressLessThanOrEqualTo", c => c.Return(c.Emit(Numeric.I32LeU, c.Int(0), c.Int(1))));
        table.Add(Unsafe + "IsAddressGreaterThanOrEqualTo", c => c.Return(c.Emit(Numeric.I32GeU, c.Int(0), c.Int(1))));
        table.Add(Unsafe + "IsNullRef", c => c.Return(c.Emit(Numeric.I32Eqz, c.Int(0))));
        table.Add(Unsafe + "NullRef", c => c.Return(StackValue.Int(0)));
        table.Add(Unsafe + "SkipInit", _ => true);
        table.Add(Unsafe + "Read", c => c.Return(c.Importer.LoadFrom(c.Int(0), 0, c.TypeArgument)));
        table.Add(Unsafe + "ReadUnaligned", c => c.Return(c.Importer.LoadFrom(c.Int(0), 0, c.TypeArgument)));
        table.Add(Unsafe + "Write", Write);
        table.Add(Unsafe + "WriteUnaligned", Write);
        table.Add(Unsafe + "Copy", Copy);
        table.Add(Unsafe + "CopyBlock", c => Bytes(c, Operation.CopyBytes));
        table.Add(Unsafe + "CopyBlockUnaligned", c => Bytes(c, Operation.CopyBytes));
        table.Add(Unsafe + "InitBlock", c => Bytes(c, Operation.FillBytes));
        table.Add(Unsafe + "InitBlockUnaligned", c => Bytes(c, Operation.FillBytes));
        table.Add(Unsafe + "Unbox", c => c.Return(
            c.Emit(Numeric.I32Add, c.Int(0), Operand.Int(ObjectShape.BoxDataOffset))));
        table.Add(Unsafe + "BitCast", BitCast);
        table.Add(Unsafe + "OpportunisticMisalignment", c => c.Return(c.Emit(
            Numeric.I32And, c.Int(0), c.Emit(Numeric.I32Sub, c.Int(1), Operand.Int(1)))));
    }

    private static StackValue Untyped(IntrinsicCall call, int index) =>
        call.Importer.Materialise(call.Arguments[index]) with
        {
            Type = call.Method.Signature.ReturnType, IsExact = false, TypeToken = null,
        };

    private static bool As(IntrinsicCall call)
    {
        var value = Untyped(call, 0);
        return call.Return(value);
    }

    private static bool Offset(IntrinsicCall call, Numeric numeric, bool scaled)
    {
        var distance = call.Importer.Scaled(call.Int(1), scaled ? call.SizeOf(call.TypeArgument) : 1);
        return call.Return(StackValue.Of(call.Emit(numeric, call.Int(0), distance), call.Method.Signature.ReturnType));
    }

    private static bool Write(IntrinsicCall call)
    {
        call.Importer.StoreTo(call.Int(0), 0, call.TypeArgument, call.Arguments[1]);
        return true;
    }

    private static bool Copy(IntrinsicCall call)
    {
        var value = call.Importer.LoadFrom(call.Int(1), 0, call.TypeArgument);
        call.Importer.StoreTo(call.Int(0), 0, call.TypeArgument, value);
        return true;
    }

    private static bool Bytes(IntrinsicCall call, Operation operation)
    {
        call.Importer.EmitEffect(new Instruction
        {
            Operation = operation, Operands = [call.Int(0), call.Int(1), call.Int(2)],
        });
        return true;
    }

    private static bool BitCast(IntrinsicCall call)
    {
        var from = call.Method.Arguments[0];
        var to = call.Method.Arguments[1];
        var slot = call.Importer.CreateSlot(call.SizeOf(from) >= call.SizeOf(to) ? from : to);
        call.Importer.StoreTo(Operand.AddressOf(slot), 0, from, call.Arguments[0]);
        return call.Return(call.Importer.LoadFrom(Operand.AddressOf(slot), 0, to));
    }
}
