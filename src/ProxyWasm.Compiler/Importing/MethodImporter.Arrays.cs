using System.Numerics;
using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>Single-dimensional arrays.</content>
internal sealed partial class MethodImporter
{
    private bool ImportArray(IlInstruction instruction)
    {
        var code = instruction.OpCode;
        switch (code)
        {
            case ILOpCode.Newarr:
                Push(EmitNewArray(_system.ArrayOf(TypeOperand()), PopInt()));
                return true;
            case ILOpCode.Ldlen:
                Push(EmitLength(Materialise(Pop())));
                return true;
            case ILOpCode.Ldelema:
                LoadElementAddress(TypeOperand());
                return true;
            case >= ILOpCode.Ldelem_i1 and <= ILOpCode.Ldelem_ref:
                LoadElement(ElementType(code));
                return true;
            case ILOpCode.Ldelem:
                LoadElement(TypeOperand());
                return true;
            case >= ILOpCode.Stelem_i and <= ILOpCode.Stelem_ref:
                StoreElement(ElementType(code));
                return true;
            case ILOpCode.Stelem:
                StoreElement(TypeOperand());
                return true;
            default:
                return false;
        }
    }

    private IlType ElementType(ILOpCode code) => code switch
    {
        ILOpCode.Ldelem_i1 or ILOpCode.Stelem_i1 => _system.SystemType("SByte"),
        ILOpCode.Ldelem_u1 => _system.SystemType("Byte"),
        ILOpCode.Ldelem_i2 or ILOpCode.Stelem_i2 => _system.SystemType("Int16"),
        ILOpCode.Ldelem_u2 => _system.SystemType("UInt16"),
        ILOpCode.Ldelem_i8 or ILOpCode.Stelem_i8 => _system.SystemType("Int64"),
        ILOpCode.Ldelem_r4 or ILOpCode.Stelem_r4 => _system.SystemType("Single"),
        ILOpCode.Ldelem_r8 or ILOpCode.Stelem_r8 => _system.SystemType("Double"),
        ILOpCode.Ldelem_ref or ILOpCode.Stelem_ref => _system.Object,
        ILOpCode.Ldelem_i or ILOpCode.Stelem_i => _system.NativeInt,
        _ => _system.Int32,
    };

    internal StackValue EmitNewArray(IlType array, Operand length)
    {
        if (!length.IsConstant || length.Bits < 0)
        {
            ThrowIf(Fault.Overflow, EmitNumeric(Numeric.I32LtS, length, Operand.Int(0)));
        }

        var result = _body.NewTemporary(IrType.I32);
        Emit(new Instruction { Operation = Operation.NewArray, Type = array, Result = result, Operands = [length] });
        return new StackValue { Operand = Operand.Of(result), Type = array, IsNonNull = true, IsExact = true };
    }

    internal Operand EmitLength(StackValue array)
    {
        CheckNull(array);
        var result = _body.NewTemporary(IrType.I32);
        Emit(new Instruction
        {
            Operation = Operation.Load, Memory = MemoryKind.I32, Offset = ObjectShape.LengthOffset, IsLength = true,
            Operands = [array.Operand], Result = result,
        });
        return Operand.Of(result);
    }

    /// <summary>Checks the index and gives the address from which the element is <c>ArrayDataOffset</c> away.</summary>
    internal Operand EmitElement(StackValue array, Operand index, int elementSize)
    {
        var length = EmitLength(array);
        Emit(new Instruction { Operation = Operation.BoundsCheck, Operands = [index, length] });
        return EmitNumeric(Numeric.I32Add, array.Operand, Scaled(index, elementSize));
    }

    internal Operand Scaled(Operand index, int size)
    {
        index = Coerce(index, IrType.I32);
        return size == 1 ? index
            : BitOperations.IsPow2(size)
                ? EmitNumeric(Numeric.I32Shl, index, Operand.Int(BitOperations.Log2((uint)size)))
                : EmitNumeric(Numeric.I32Mul, index, Operand.Int(size));
    }

    private void LoadElement(IlType type)
    {
        var index = PopInt();
        var array = Materialise(Pop());
        if (type == _system.Object && array.Type?.ElementType is { IsReference: true } known)
        {
            type = known;
        }

        Push(LoadFrom(EmitElement(array, index, _layouts.SizeOf(type)), ObjectShape.ArrayDataOffset, type));
    }

    private void LoadElementAddress(IlType type)
    {
        var index = PopInt();
        var array = Materialise(Pop());
        var address = EmitElement(array, index, _layouts.SizeOf(type));
        if (type.IsReference && !IsReadonlyPrefixed() && !IsSealed(type) && !array.IsExact)
        {
            var record = EmitLoad(array.Operand, 0, MemoryKind.I32);
            var element = EmitLoad(record, ObjectShape.ClassElementOrInvoke, MemoryKind.I32);
            ThrowIf(
                Fault.ArrayTypeMismatch,
                EmitNumeric(Numeric.I32Ne, element, Operand.Of(new Symbol.ClassRecord(type))));
        }

        Push(new StackValue
        {
            Operand = AddOffset(address, ObjectShape.ArrayDataOffset), Type = _system.RefTo(type), IsNonNull = true,
        });
    }

    private bool IsReadonlyPrefixed()
    {
        var index = _il.IndexOf[_current.Offset];
        return index > 0 && _il.Instructions[index - 1].OpCode == ILOpCode.Readonly;
    }

    private static bool IsSealed(IlType type) => type.IsNamed ? type.Definition!.IsSealed
        : type.IsArray && (type.ElementType!.IsValueType || IsSealed(type.ElementType));

    private void StoreElement(IlType type)
    {
        var value = Materialise(Pop());
        var index = PopInt();
        var array = Materialise(Pop());
        if (value is { IsStructure: true, IsOwned: false })
        {
            // The element's own address may be computed by code that changes the source.
            value = CopyOf(value);
        }

        var address = EmitElement(array, index, _layouts.SizeOf(type));
        if (type.IsReference && NeedsStoreCheck(array, value))
        {
            CallRuntime("Arrays", "CheckStore", array.Operand, value.Operand);
        }

        StoreTo(address, ObjectShape.ArrayDataOffset, type, value);
    }

    /// <summary>An array may hold elements of a more derived type than its variable says.</summary>
    private static bool NeedsStoreCheck(StackValue array, StackValue value) => value.Constant != 0
        && !(array.Type is { Kind: TypeKind.Array } type && (array.IsExact || IsSealed(type.ElementType!)));
}
