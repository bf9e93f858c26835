using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>Arrays, spans over constant data, and strings' storage.</summary>
internal static class ArrayIntrinsics
{
    private const string RuntimeHelpers = "System.Runtime.CompilerServices.RuntimeHelpers::";

    public static void Register(IntrinsicTable table)
    {
        table.Add(RuntimeHelpers + "InitializeArray", InitializeArray);
        table.Add(RuntimeHelpers + "CreateSpan", CreateSpan);
        table.Add("System.Runtime.InteropServices.MemoryMarshal::GetArrayDataReference", DataReference);
        table.Add("System.Array::get_Length", c => c.Return(c.Importer.EmitLength(Receiver(c))));
        table.Add("System.Array::GetGenericValueImpl", GetGenericValue);
        table.Add("System.Array::SetGenericValueImpl", SetGenericValue);
        table.Add("System.Object::.ctor", _ => true);
        table.Add("System.String::get_Length", c => c.Return(c.Importer.EmitLength(Receiver(c))));
        table.Add("System.String::get_Chars", GetChar);
    }

    private static StackValue Receiver(IntrinsicCall call) => call.Importer.Materialise(call.Arguments[0]);

    private static bool GetChar(IntrinsicCall call)
    {
        var element = call.Importer.EmitElement(Receiver(call), call.Int(1), sizeof(char));
        return call.Return(call.Importer.EmitLoad(element, ObjectShape.ArrayDataOffset, MemoryKind.U16));
    }

    private static bool InitializeArray(IntrinsicCall call)
    {
        if (call.Arguments[1].FieldToken is not { } field)
        {
            return false;
        }

        var array = call.Operand(0);
        var offset = call.Arguments[0].Type is { Kind: TypeKind.MultiArray } type
            ? MethodImporter.MultiArrayDataOffset(type.Ordinal) : ObjectShape.ArrayDataOffset;
        var size = call.SizeOf(call.System.TypeOf(field));
        call.Importer.EmitEffect(new Instruction
        {
            Operation = Operation.CopyBytes,
            Operands =
            [
                call.Importer.AddOffset(array, offset), Operand.Of(new Symbol.ImageData(field)), Operand.Int(size),
            ],
        });
        return true;
    }

    private static bool CreateSpan(IntrinsicCall call)
    {
        if (call.Arguments[0].FieldToken is not { } field)
        {
            return false;
        }

        var span = call.Method.Signature.ReturnType;
        var count = call.SizeOf(call.System.TypeOf(field)) / call.SizeOf(call.TypeArgument);
        var layouts = call.Importer.Program.Layouts;
        var slot = call.Importer.CreateSlot(span);
        var address = Operand.AddressOf(slot);
        call.Importer.EmitStore(
            address, layouts.OffsetOf(call.System.FieldNamed(span, "_reference")), MemoryKind.I32,
            Operand.Of(new Symbol.ImageData(field)));
        call.Importer.EmitStore(
            address, layouts.OffsetOf(call.System.FieldNamed(span, "_length")), MemoryKind.I32, Operand.Int(count));
        return call.Return(call.Importer.LoadFrom(address, 0, span) with { IsOwned = true });
    }

    private static bool DataReference(IntrinsicCall call)
    {
        if (call.Method.Arguments.Length != 1)
        {
            return false;
        }

        var array = Receiver(call);
        call.Importer.CheckNull(array);
        return call.Return(new StackValue
        {
            Operand = call.Importer.AddOffset(array.Operand, ObjectShape.ArrayDataOffset),
            Type = call.Method.Signature.ReturnType, IsNonNull = true,
        });
    }

    private static bool GetGenericValue(IntrinsicCall call)
    {
        var element = call.Importer.EmitElement(Receiver(call), call.Int(1), call.SizeOf(call.TypeArgument));
        var value = call.Importer.LoadFrom(element, ObjectShape.ArrayDataOffset, call.TypeArgument);
        call.Importer.StoreTo(call.Int(2), 0, call.TypeArgument, value);
        return true;
    }

    private static bool SetGenericValue(IntrinsicCall call)
    {
        var element = call.Importer.EmitElement(Receiver(call), call.Int(1), call.SizeOf(call.TypeArgument));
        var value = call.Importer.LoadFrom(call.Int(2), 0, call.TypeArgument);
        call.Importer.StoreTo(element, ObjectShape.ArrayDataOffset, call.TypeArgument, value);
        return true;
    }
}
