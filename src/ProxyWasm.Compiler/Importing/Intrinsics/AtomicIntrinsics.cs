using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing.Intrinsics;

/// <summary>Atomic operations, which are plain ones: a module has one thread.</summary>
internal static class AtomicIntrinsics
{
    private const string Interlocked = "System.Threading.Interlocked::";
    private const string Volatile = "System.Threading.Volatile::";

    public static void Register(IntrinsicTable table)
    {
        table.Add(Interlocked + "MemoryBarrier", _ => true);
        table.Add(Interlocked + "Exchange", Exchange);
        table.Add(Interlocked + "CompareExchange", CompareExchange);
        table.Add(Interlocked + "Increment", c => Update(c, Numeric.I32Add, 1, returnsOld: false));
        table.Add(Interlocked + "Decrement", c => Update(c, Numeric.I32Add, -1, returnsOld: false));
        table.Add(Interlocked + "Add", c => Update(c, Numeric.I32Add, null, returnsOld: false));
        table.Add(Interlocked + "ExchangeAdd", c => Update(c, Numeric.I32Add, null, returnsOld: true));
        table.Add(Interlocked + "And", c => Update(c, Numeric.I32And, null, returnsOld: true));
        table.Add(Interlocked + "Or", c => Update(c, Numeric.I32Or, null, returnsOld: true));
        table.Add(Volatile + "ReadBarrier", _ => true);
        table.Add(Volatile + "WriteBarrier", _ => true);
        table.Add(Volatile + "Read", c => c.Return(c.Importer.LoadFrom(c.Int(0), 0, c.Method.Signature.ReturnType)));
        table.Add(Volatile + "Write", Write);
    }

    private static bool Write(IntrinsicCall call)
    {
        call.Importer.StoreTo(call.Int(0), 0, call.Method.Signature.Parameters[1], call.Arguments[1]);
        return true;
    }

    /// <summary>The type that the location holds; null when the value is a structure.</summary>
    private static IlType? LocationType(IntrinsicCall call)
    {
        var type = call.Method.Signature.Parameters[0].ElementType!;
        return call.Importer.Program.Layouts.ScalarKind(type) is null ? null : type;
    }

    private static bool Exchange(IntrinsicCall call)
    {
        // The base library also has forms that take and return everything through references.
        if (call.Method.Signature.Parameters.Length == 3)
        {
            return ExchangeThroughReferences(call);
        }

        if (LocationType(call) is not { } type)
        {
            return false;
        }

        var address = call.Int(0);
        var replacement = call.Operand(1);
        var old = call.Importer.LoadFrom(address, 0, type);
        call.Importer.StoreTo(address, 0, type, StackValue.Of(replacement, type));
        return call.Return(old);
    }

    private static bool ExchangeThroughReferences(IntrinsicCall call)
    {
        var address = call.Int(0);
        var replacement = call.Importer.EmitLoad(call.Int(1), 0, MemoryKind.I32);
        var result = call.Int(2);
        var old = call.Importer.EmitLoad(address, 0, MemoryKind.I32);
        call.Importer.StoreTo(address, 0, call.System.Object, StackValue.Of(replacement));
        call.Importer.StoreTo(result, 0, call.System.Object, StackValue.Of(old));
        return true;
    }

    private static bool CompareExchange(IntrinsicCall call)
    {
        if (call.Method.Signature.Parameters.Length == 4)
        {
            return CompareExchangeThroughReferences(call);
        }

        if (LocationType(call) is not { } type)
        {
            return false;
        }

        var address = call.Int(0);
        var replacement = call.Operand(1);
        var comparand = call.Operand(2);
        var old = call.Importer.LoadFrom(address, 0, type);
        StoreIfEqual(call, address, type, old.Operand, replacement, comparand);
        return call.Return(old);
    }

    private static bool CompareExchangeThroughReferences(IntrinsicCall call)
    {
        var type = call.System.Object;
        var address = call.Int(0);
        var replacement = call.Importer.EmitLoad(call.Int(1), 0, MemoryKind.I32);
        var comparand = call.Importer.EmitLoad(call.Int(2), 0, MemoryKind.I32);
        var result = call.Int(3);
        var old = call.Importer.EmitLoad(address, 0, MemoryKind.I32);
        StoreIfEqual(call, address, type, old, replacement, comparand);
        call.Importer.StoreTo(result, 0, type, StackValue.Of(old));
        return true;
    }

    private static void StoreIfEqual(
        IntrinsicCall call, Operand address, IlType type, Operand old, Operand replacement, Operand comparand)
    {
        // Nothing else can look at the location in between, so storing the old value again is the same as not storing.
        var equal = old.Type switch
        {
            IrType.I64 => call.Emit(Numeric.I64Eq, old, comparand),
            IrType.F32 => call.Emit(
                Numeric.I32Eq,
                call.Emit(Numeric.I32ReinterpretF32, old),
                call.Emit(Numeric.I32ReinterpretF32, comparand)),
            IrType.F64 => call.Emit(
                Numeric.I64Eq,
                call.Emit(Numeric.I64ReinterpretF64, old),
                call.Emit(Numeric.I64ReinterpretF64, comparand)),
            _ => call.Emit(Numeric.I32Eq, Narrowed(call, type, old), Narrowed(call, type, comparand)),
        };
        var value = call.Importer.EmitResult(Operation.Select, old.Type, replacement, old, equal);
        call.Importer.StoreTo(address, 0, type, StackValue.Of(value, type));
    }

    private static Operand Narrowed(IntrinsicCall call, IlType type, Operand value) =>
        call.Importer.Program.Layouts.ScalarKind(type) switch
        {
            MemoryKind.I8 or MemoryKind.U8 => call.Emit(Numeric.I32And, value, Operand.Int(0xFF)),
            MemoryKind.I16 or MemoryKind.U16 => call.Emit(Numeric.I32And, value, Operand.Int(0xFFFF)),
            _ => value,
        };

    private static bool Update(IntrinsicCall call, Numeric numeric, int? constant, bool returnsOld)
    {
        if (LocationType(call) is not { } type)
        {
            return false;
        }

        var address = call.Int(0);
        var isLong = call.System.Underlying(type).Primitive is Primitive.Int64 or Primitive.UInt64;
        var change = constant is { } fixedChange
            ? isLong ? Operand.Long(fixedChange) : Operand.Int(fixedChange)
            : call.Operand(1);
        var old = call.Importer.LoadFrom(address, 0, type).Operand;
        var updated = call.Emit(isLong ? numeric + (Numeric.I64Add - Numeric.I32Add) : numeric, old, change);
        call.Importer.StoreTo(address, 0, type, StackValue.Of(updated, type));
        return call.Return(returnsOld ? old : updated);
    }
}
