using System.Numerics;
using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Snapshots;

/// <content>Objects, their classes, and what the runtime library does with both.</content>
internal sealed partial class Evaluator
{
    private const int MaxBytes = 1024 * 1024;

    private Value New(IlType type) => New(type, _program.Layouts.InstanceSize(type));

    private Value New(IlType type, long size)
    {
        if (size is < ObjectShape.HeaderSize or > MaxBytes)
        {
            throw new EvaluationStoppedException("it makes a very large object");
        }

        Spend((int)size);
        return Value.To(_regions.NewObject(type, size, _classes.Current));
    }

    private Value NewArray(IlType type, int length)
    {
        var (size, element) = ClassShape.SizesOf(_program.System, _program.Layouts, type);
        return NewArray(type, length, size + ((long)(uint)length * element));
    }

    private Value NewArray(IlType type, int length, long size)
    {
        var result = New(type, size);
        result.Region!.Store(MemoryKind.I32, ObjectShape.LengthOffset, Value.Int(length));
        return result;
    }

    private static int Size(Value size) => size.Number is >= 0 and <= MaxBytes and var bytes
        ? bytes
        : throw new EvaluationStoppedException("it takes very much of the stack");

    private static IlType TypeOf(Value instance) => instance is { Bits: 0, Region.Type: { } type }
        ? type
        : throw new EvaluationStoppedException("it uses as an object what is none");

    private IlMethod TargetOf(Value receiver, IlMethod slot) =>
        Dispatch.Implementation(_program, TypeOf(receiver), slot)
        ?? throw new EvaluationStoppedException($"it calls {slot} on {TypeOf(receiver)}");

    private static IlMethod FunctionOf(Value function) => function is { Bits: 0, Region.Function: { } method }
        ? method
        : throw new EvaluationStoppedException("it calls what is no function");

    private Value IsInstance(Value instance, IlType type) =>
        instance.IsAddress && _program.System.Hierarchy.IsCastable(TypeOf(instance), type) ? instance : default;

    private Value LoadOfClass(IlType type, MemoryKind kind, int offset)
    {
        var (size, element) = ClassShape.SizesOf(_program.System, _program.Layouts, type);
        return (offset, kind) switch
        {
            (ObjectShape.ClassBaseSize, MemoryKind.I32) => Value.Int(size),
            (ObjectShape.ClassElementSize, MemoryKind.I32) => Value.Int(element),
            (ObjectShape.ClassFlags, MemoryKind.U8) =>
                Value.Int((byte)ClassShape.FlagsOf(_program.System, type)),
            (ObjectShape.ClassElementOrInvoke, MemoryKind.I32) when type.IsArray =>
                Value.To(_regions.Of(new Symbol.ClassRecord(type.ElementType!))),
            (ObjectShape.ClassTypeObject, MemoryKind.I32) => Value.To(_regions.Of(new Symbol.TypeObject(type))),
            _ => throw new EvaluationStoppedException($"it looks into the class record of {type}"),
        };
    }

    /// <summary>Methods of the runtime library that work on the memory of a running module.</summary>
    private Value? TryBuiltIn(IlMethod method, ReadOnlySpan<Value> arguments)
    {
        if (!_program.IsRuntimeMethod(method))
        {
            return null;
        }

        switch (method.Owner.Definition!.Name, method.Name)
        {
            case ("Allocator", "Allocate"):
                return New(ClassOf(arguments[0]), arguments[1].Number);
            case ("Allocator", "AllocateArray"):
                var length = arguments[1].Number;
                var size = ObjectShape.ArrayDataOffset + ((long)(uint)length * arguments[2].Number);
                return NewArray(ClassOf(arguments[0]), length, size);
            case ("SingleThreadPool`1", "Rent"):
                // What the pool holds is up to the running program.
                return NewArray(
                    _program.System.ArrayOf(method.Owner.Arguments[0]),
                    (int)BitOperations.RoundUpToPowerOf2((uint)arguments[1].Number));
            case ("SingleThreadPool`1", "Return"):
                return Value.Zero;
            case ("Casting", "IsInstanceOfClass" or "IsInstanceByList"):
                return IsInstance(arguments[0], ClassOf(arguments[1]));
            case ("Casting", "Fits"):
                return Value.Truth(
                    _program.System.Hierarchy.IsCastable(ClassOf(arguments[0]), ClassOf(arguments[1])));
            default:
                return null;
        }
    }

    private static IlType ClassOf(Value record) =>
        record is { Bits: 0, Region.Symbol: Symbol.ClassRecord { Type: var type } }
            ? type
            : throw new EvaluationStoppedException("it uses as a class what is none");
}
