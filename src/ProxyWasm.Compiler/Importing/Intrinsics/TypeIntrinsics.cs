using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>Types of objects, generic creation, and messages that lie in an assembly's resources.</summary>
internal static class TypeIntrinsics
{
    public static void Register(IntrinsicTable table)
    {
        table.Add("System.Object::GetType", GetTypeOf);
        table.Add("System.Type::GetTypeFromHandle", TypeFromHandle);
        table.Add("System.Activator::CreateInstance", CreateInstance);
        table.Add("System.Runtime.CompilerServices.RuntimeHelpers::ObjectHasComponentSize", HasElements);
        table.Add("System.Runtime.CompilerServices.RuntimeHelpers::EnumEquals", EnumEquals);
        table.Add("System.Runtime.CompilerServices.RuntimeHelpers::EnumCompareTo", EnumCompare);
    }

    public static bool ResourceString(IntrinsicCall call)
    {
        if (call.Arguments[0].Literal is not { } key)
        {
            return false;
        }

        var text = ResourceStrings.Find(call.Method.Definition.Owner.Module, key) ?? key;
        return call.Return(call.Importer.TextValue(text));
    }

    private static bool GetTypeOf(IntrinsicCall call)
    {
        var instance = call.Importer.Materialise(call.Arguments[0]);
        call.Importer.CheckNull(instance);
        // The runtime library's own calls are on parameters, whose classes are certain.
        call.Importer.Program.TypedClasses.Add(
            call.Importer.IsInRuntime && instance.Type is { IsNamed: true, IsReference: true } known
                ? known : call.System.Object);
        var record = call.Importer.EmitLoad(instance.Operand, 0, MemoryKind.I32);
        return call.Return(new StackValue
        {
            Operand = call.Importer.EmitLoad(record, ObjectShape.ClassTypeObject, MemoryKind.I32),
            Type = call.System.SystemType("RuntimeType"), IsNonNull = true, IsExact = true,
        });
    }

    private static bool TypeFromHandle(IntrinsicCall call)
    {
        call.Importer.Push(StackValue.Of(call.Operand(0), call.System.SystemType("RuntimeType")));
        return true;
    }

    private static bool CreateInstance(IntrinsicCall call)
    {
        if (call.Method.Arguments.Length != 1 || call.Arguments.Length != 0)
        {
            return false;
        }

        var type = call.TypeArgument;
        var constructor = type.IsNamed ? Array.Find(
            type.Definition!.Methods,
            m => m.IsConstructor && call.System.SignatureOf(m).Parameters.Length == 0) : null;
        if (constructor is not null)
        {
            call.Importer.NewObject(call.System.Method(constructor, type));
            return true;
        }

        if (!type.IsValueType)
        {
            return false;
        }

        var slot = call.Importer.CreateSlot(type);
        call.Importer.EmitClear(Operand.AddressOf(slot), type);
        return call.Return(call.Importer.LoadFrom(Operand.AddressOf(slot), 0, type));
    }

    private static bool HasElements(IntrinsicCall call)
    {
        var record = call.Importer.EmitLoad(call.Operand(0), 0, MemoryKind.I32);
        var size = call.Importer.EmitLoad(record, ObjectShape.ClassElementSize, MemoryKind.I32);
        return call.Return(call.Emit(Numeric.I32Ne, size, Operand.Int(0)));
    }

    private static bool EnumEquals(IntrinsicCall call)
    {
        var a = call.Operand(0);
        var b = call.Operand(1);
        return call.Return(call.Emit(a.Type == IrType.I64 ? Numeric.I64Eq : Numeric.I32Eq, a, b));
    }

    private static bool EnumCompare(IntrinsicCall call)
    {
        var a = call.Operand(0);
        var b = call.Operand(1);
        var unsigned = call.System.Underlying(call.TypeArgument).Primitive
            is Primitive.Byte or Primitive.UInt16 or Primitive.UInt32 or Primitive.UInt64 or Primitive.Char;
        var greater = (a.Type, unsigned) switch
        {
            (IrType.I64, true) => Numeric.I64GtU,
            (IrType.I64, false) => Numeric.I64GtS,
            (_, true) => Numeric.I32GtU,
            _ => Numeric.I32GtS,
        };
        return call.Return(call.Emit(Numeric.I32Sub, call.Emit(greater, a, b), call.Emit(greater, b, a)));
    }
}
