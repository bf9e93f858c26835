using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>
/// Multi-dimensional arrays: total length, then one length per dimension, then the elements row by row.
/// </content>
internal sealed partial class MethodImporter
{
    /// <summary>Where the elements begin in an array of a rank.</summary>
    public static int MultiArrayDataOffset(int rank) =>
        (ObjectShape.ArrayDataOffset + (4 * rank) + ObjectShape.Alignment - 1)
            / ObjectShape.Alignment * ObjectShape.Alignment;

    private bool TryImportArrayAccess(IlMethod method, StackValue[] arguments)
    {
        var kind = method.Definition.Synthetic;
        if (kind is not (SyntheticKind.ArrayGet or SyntheticKind.ArraySet or SyntheticKind.ArrayAddress))
        {
            return false;
        }

        var type = method.Owner;
        var element = type.ElementType!;
        var offset = MultiArrayDataOffset(type.Ordinal);
        var value = kind == SyntheticKind.ArraySet ? Materialise(arguments[^1]) : null;
        if (value is { IsStructure: true, IsOwned: false })
        {
            value = CopyOf(value);
        }

        var array = Materialise(arguments[0]);
        var address = EmitMultiElement(array, [.. arguments.Skip(1).Take(type.Ordinal)], type);
        switch (kind)
        {
            case SyntheticKind.ArrayGet:
                Push(LoadFrom(address, offset, element));
                break;
            case SyntheticKind.ArrayAddress:
                Push(new StackValue
                {
                    Operand = AddOffset(address, offset), Type = _system.RefTo(element), IsNonNull = true,
                });
                break;
            default:
                if (element.IsReference && !IsSealed(element))
                {
                    CallRuntime("Arrays", "CheckStore", array.Operand, value!.Operand);
                }

                StoreTo(address, offset, element, value!);
                break;
        }

        return true;
    }

    private Operand EmitMultiElement(StackValue array, StackValue[] indices, IlType type)
    {
        CheckNull(array);
        var flat = Operand.Int(0);
        for (var i = 0; i < indices.Length; i++)
        {
            var index = Coerce(Materialise(indices[i]).Operand, IrType.I32);
            var length = EmitLoad(array.Operand, ObjectShape.ArrayDataOffset + (4 * i), MemoryKind.I32);
            Emit(new Instruction { Operation = Operation.BoundsCheck, Operands = [index, length] });
            flat = i == 0 ? index : EmitNumeric(Numeric.I32Add, EmitNumeric(Numeric.I32Mul, flat, length), index);
        }

        return EmitNumeric(Numeric.I32Add, array.Operand, Scaled(flat, _layouts.SizeOf(type.ElementType!)));
    }

    private void ImportNewMultiArray(IlType type, StackValue[] lengths)
    {
        if (lengths.Length != type.Ordinal)
        {
            throw new CompilationException($"{_method} creates an array with lower bounds, which is not supported.");
        }

        var slot = _body.NewSlot(4 * lengths.Length, 4);
        for (var i = 0; i < lengths.Length; i++)
        {
            EmitStore(Operand.AddressOf(slot), 4 * i, MemoryKind.I32, Materialise(lengths[i]).Operand);
        }

        var result = CallRuntime(
            "Arrays",
            "NewMultiDimensional",
            Operand.Of(new Symbol.ClassRecord(type)),
            Operand.Int(lengths.Length),
            Operand.AddressOf(slot));
        Push(new StackValue { Operand = result, Type = type, IsNonNull = true, IsExact = true });
    }
}
