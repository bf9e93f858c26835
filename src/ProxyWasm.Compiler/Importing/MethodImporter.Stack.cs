using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>The evaluation stack and the instructions that move values.</content>
internal sealed partial class MethodImporter
{
    internal void Push(StackValue value) => _stack.Add(value);

    internal void Push(Operand operand, IlType? type = null) => _stack.Add(StackValue.Of(operand, type));

    internal StackValue Pop()
    {
        if (_stack.Count == 0)
        {
            throw new InvalidOperationException("the evaluation stack is empty");
        }

        var value = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return value;
    }

    /// <summary>Pops a scalar.</summary>
    internal Operand PopOperand()
    {
        var value = Materialise(Pop());
        if (value.IsStructure)
        {
            // A structure of one scalar stands for that scalar, for example a handle used as a native integer.
            return _layouts.LayoutOf(value.Type!).Leaves is [var leaf]
                ? EmitLoad(value.Operand, value.Offset + leaf.Offset, leaf.Kind)
                : throw new InvalidOperationException($"a scalar was expected but {value.Type} is on the stack");
        }

        return value.Operand;
    }

    internal Operand PopInt() => Coerce(PopOperand(), IrType.I32);

    internal Instruction Emit(Instruction instruction)
    {
        instruction.IlOffset = _current?.Offset ?? 0;
        _block.Instructions.Add(instruction);
        return instruction;
    }

    /// <summary>Emits an instruction that may change memory that pending structures lie in.</summary>
    internal Instruction EmitEffect(Instruction instruction)
    {
        SaveStructures();
        return Emit(instruction);
    }

    internal Operand EmitNumeric(Numeric numeric, params Operand[] operands)
    {
        if (ConstantArithmetic.Fold(numeric, operands) is { } folded)
        {
            return folded;
        }

        if (numeric == Numeric.I32Add && operands[1].IsConstant && (operands[0].IsSlot
            || operands[0].Kind == OperandKind.Symbol))
        {
            return operands[0].Plus(operands[1].Bits);
        }

        var result = _body.NewTemporary(numeric.ResultType());
        Emit(new Instruction
        {
            Operation = Operation.Numeric, Numeric = numeric, Result = result, Operands = operands,
        });
        return Operand.Of(result);
    }

    internal Operand EmitResult(Operation operation, IrType type, params Operand[] operands)
    {
        var result = _body.NewTemporary(type);
        Emit(new Instruction { Operation = operation, Result = result, Operands = operands });
        return Operand.Of(result);
    }

    internal Operand EmitLoad(Operand address, int offset, MemoryKind kind)
    {
        var result = _body.NewTemporary(kind.Register());
        Emit(new Instruction
        {
            Operation = Operation.Load, Memory = kind, Offset = offset, Result = result, Operands = [address],
        });
        return Operand.Of(result);
    }

    internal void EmitStore(Operand address, int offset, MemoryKind kind, Operand value) => Emit(new Instruction
    {
        Operation = Operation.Store, Memory = kind, Offset = offset,
        Operands = [address, Coerce(value, kind.Register())],
    });

    internal void EmitClear(Operand address, IlType type)
    {
        if (_layouts.ScalarKind(type) is { } kind)
        {
            EmitStore(address, 0, kind, Operand.Constant(kind.Register(), 0));
            return;
        }

        Emit(new Instruction
        {
            Operation = Operation.Clear, Operands = [address], Type = type, Size = _layouts.SizeOf(type),
        });
    }

    internal Operand AddOffset(Operand address, int offset) =>
        offset == 0 ? address : EmitNumeric(Numeric.I32Add, address, Operand.Int(offset));

    internal Register MoveToTemporary(Operand operand)
    {
        var result = _body.NewTemporary(operand.Type);
        Emit(new Instruction { Operation = Operation.Move, Result = result, Operands = [operand] });
        return result;
    }

    /// <summary>The value at an address; a structure stays where it is until it must be copied.</summary>
    internal StackValue LoadFrom(Operand address, int offset, IlType type) => _layouts.ScalarKind(type) is { } kind
        ? StackValue.Of(EmitLoad(address, offset, kind), type)
        : new StackValue { Operand = address, Offset = offset, Type = type, IsStructure = true };

    internal void StoreTo(Operand address, int offset, IlType type, StackValue value)
    {
        value = Materialise(value);
        SaveStructures();
        if (_layouts.ScalarKind(type) is { } kind)
        {
            var operand = value.IsStructure ? ScalarOf(value) : value.Operand;
            EmitStore(address, offset, kind, operand);
        }
        else
        {
            CopyStructure(address, offset, value with { Type = type });
        }
    }

    internal void CopyStructure(Operand destination, int offset, StackValue value)
    {
        if (!value.IsStructure)
        {
            StoreScalarAsStructure(destination, offset, value);
            return;
        }

        var source = AddOffset(value.Operand, value.Offset);
        destination = AddOffset(destination, offset);
        if (source.Equals(destination))
        {
            return;
        }

        Emit(new Instruction
        {
            Operation = Operation.Copy, Operands = [destination, source], Type = value.Type,
            Size = _layouts.SizeOf(value.Type!),
        });
    }

    internal StackValue CopyOf(StackValue structure)
    {
        var slot = NewSlot(structure.Type!);
        CopyStructure(Operand.AddressOf(slot), 0, structure);
        return new StackValue
        {
            Operand = Operand.AddressOf(slot), Type = structure.Type, IsStructure = true, IsOwned = true,
        };
    }

    /// <summary>Turns what is only known about into a value: allocates boxes, loads tokens.</summary>
    internal StackValue Materialise(StackValue value)
    {
        if (value.Boxed is { } boxed)
        {
            return EmitBox(boxed, value.Type!);
        }

        if (value.IsVirtualFunction)
        {
            throw new InvalidOperationException("a virtual function pointer is used other than for a delegate");
        }

        return value;
    }

    internal Operand Coerce(Operand operand, IrType wanted)
    {
        if (operand.Type == wanted)
        {
            return operand;
        }

        return (operand.Type, wanted) switch
        {
            (IrType.I32, IrType.I64) => EmitNumeric(Numeric.I64ExtendI32S, operand),
            (IrType.I64, IrType.I32) => EmitNumeric(Numeric.I32WrapI64, operand),
            (IrType.F32, IrType.F64) => EmitNumeric(Numeric.F64PromoteF32, operand),
            (IrType.F64, IrType.F32) => EmitNumeric(Numeric.F32DemoteF64, operand),
            _ => throw new InvalidOperationException($"a value of type {operand.Type} is used as {wanted}"),
        };
    }

    internal Operand ScalarOf(StackValue structure) => _layouts.LayoutOf(structure.Type!).Leaves is [var leaf]
        ? EmitLoad(structure.Operand, structure.Offset + leaf.Offset, leaf.Kind)
        : throw new InvalidOperationException($"{structure.Type} is used as a scalar");

    private void StoreScalarAsStructure(Operand destination, int offset, StackValue value)
    {
        if (_layouts.LayoutOf(value.Type!).Leaves is not [var leaf])
        {
            throw new InvalidOperationException($"a scalar is used as {value.Type}");
        }

        EmitStore(destination, offset + leaf.Offset, leaf.Kind, value.Operand);
    }

    /// <summary>Copies structures that still lie in memory which is about to change.</summary>
    private void SaveStructures()
    {
        for (var i = 0; i < _stack.Count; i++)
        {
            if (_stack[i] is { IsStructure: true, IsOwned: false } value)
            {
                _stack[i] = CopyOf(value);
            }
        }
    }
}
