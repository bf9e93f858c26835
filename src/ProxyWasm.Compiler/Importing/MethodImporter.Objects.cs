using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>Boxes and casts.</content>
internal sealed partial class MethodImporter
{
    private bool ImportObject(IlInstruction instruction)
    {
        switch (instruction.OpCode)
        {
            case ILOpCode.Box:
                ImportBox(TypeOperand());
                return true;
            case ILOpCode.Unbox:
                ImportUnbox(TypeOperand());
                return true;
            case ILOpCode.Unbox_any:
                ImportUnboxAny(TypeOperand());
                return true;
            case ILOpCode.Castclass:
                CastTo(TypeOperand());
                return true;
            case ILOpCode.Isinst:
                ImportIsInstance(TypeOperand());
                return true;
            default:
                return false;
        }
    }

    private void ImportBox(IlType type)
    {
        if (!type.IsValueType)
        {
            return;
        }

        var value = Pop();
        if (type.IsNullable)
        {
            Push(CallGeneric("Values", "BoxNullable", type.Arguments, value with { Type = type }));
            return;
        }

        // The value is taken here; the object is made only if something needs one.
        value = value is { IsStructure: true, IsOwned: false } ? CopyOf(value with { Type = type }) : value;
        Push(new StackValue { Boxed = value, Type = type, IsNonNull = true, IsExact = true });
    }

    private StackValue EmitBox(StackValue value, IlType type)
    {
        var result = _body.NewTemporary(IrType.I32);
        Emit(new Instruction { Operation = Operation.New, Type = type, Result = result });
        if (_layouts.ScalarKind(type) is { } kind)
        {
            var operand = value.IsStructure ? ScalarOf(value) : value.Operand;
            EmitStore(Operand.Of(result), ObjectShape.BoxDataOffset, kind, operand);
        }
        else
        {
            CopyStructure(Operand.Of(result), ObjectShape.BoxDataOffset, value with { Type = type });
        }

        return new StackValue { Operand = Operand.Of(result), Type = type, IsNonNull = true, IsExact = true };
    }

    private void ImportUnbox(IlType type)
    {
        var value = Materialise(Pop());
        CheckUnboxed(value, type);
        Push(new StackValue
        {
            Operand = EmitNumeric(Numeric.I32Add, value.Operand, Operand.Int(ObjectShape.BoxDataOffset)),
            Type = _system.RefTo(type), IsNonNull = true,
        });
    }

    private void ImportUnboxAny(IlType type)
    {
        if (!type.IsValueType)
        {
            CastTo(type);
            return;
        }

        var value = Pop();
        if (value.Boxed is { } boxed && value.Type == type)
        {
            Push(boxed with { Type = type });
            return;
        }

        if (type.IsNullable)
        {
            Push(CallGeneric("Values", "UnboxNullable", type.Arguments, value));
            return;
        }

        value = Materialise(value);
        CheckUnboxed(value, type);
        Push(LoadFrom(value.Operand, ObjectShape.BoxDataOffset, type));
    }

    /// <summary>Enums and their underlying types unbox as each other; everything else must match exactly.</summary>
    private void CheckUnboxed(StackValue value, IlType type)
    {
        CheckNull(value);
        var record = EmitLoad(value.Operand, 0, MemoryKind.I32);
        var primitive = _system.Underlying(type).Primitive;
        var differs = primitive == Primitive.None
            ? EmitNumeric(Numeric.I32Ne, record, Operand.Of(new Symbol.ClassRecord(type)))
            : EmitNumeric(
                Numeric.I32Ne, EmitLoad(record, ObjectShape.ClassFlags, MemoryKind.U8), Operand.Int((int)primitive));
        ThrowIf(Fault.InvalidCast, differs);
    }

    private void CastTo(IlType type)
    {
        var value = Pop();
        if (IsKnownInstance(value, type) == true)
        {
            Push(value);
            return;
        }

        value = Materialise(value);
        var instance = TestInstance(value, type);
        ThrowIf(Fault.InvalidCast, EmitNumeric(Numeric.I32Ne, instance, value.Operand));
        Push(value with { Type = type, IsExact = value.IsExact && value.Type == type });
    }

    private void ImportIsInstance(IlType type)
    {
        if (type.IsNullable)
        {
            type = type.Arguments[0];
        }

        var value = Pop();
        switch (IsKnownInstance(value, type))
        {
            case true:
                Push(value);
                break;
            case false:
                Push(Operand.Int(0));
                break;
            default:
                value = Materialise(value);
                Push(new StackValue { Operand = TestInstance(value, type), Type = type });
                break;
        }
    }

    private Operand TestInstance(StackValue value, IlType type)
    {
        var result = _body.NewTemporary(IrType.I32);
        Emit(new Instruction
        {
            Operation = Operation.IsInstance, Type = type, Result = result, Operands = [value.Operand],
        });
        return Operand.Of(result);
    }

    private bool? IsKnownInstance(StackValue value, IlType type)
    {
        if (value.Constant == 0)
        {
            return true;
        }

        if (value.Type is null || value.IsStructure || !value.Type.IsReference && value.Boxed is null && !value.IsExact)
        {
            return null;
        }

        if (value.Boxed is not null || value is { IsExact: true, IsNonNull: true })
        {
            return _system.Hierarchy.IsCastable(value.Type, type);
        }

        // A null of a type that always passes stays null, so the answer "true" is right for it too.
        return _system.Hierarchy.IsCastable(value.Type, type) ? true : null;
    }
}
