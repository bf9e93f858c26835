using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>A copy of a callee's blocks inside of a caller, with registers and slots of its own.</summary>
internal sealed class BodyCopy
{
    private readonly Body _target;
    private readonly Dictionary<Register, Register> _registers = [];
    private readonly Dictionary<Slot, Slot> _slots = [];
    private readonly Dictionary<Block, Block> _blocks = [];

    public BodyCopy(Body target, Body source, Block? handler)
    {
        _target = target;
        foreach (var block in source.Blocks)
        {
            _blocks[block] = target.NewBlock();
        }

        foreach (var block in source.Blocks)
        {
            Copy(block, _blocks[block], handler, source);
        }

        Entry = _blocks[source.Entry];
    }

    public Block Entry { get; }

    public Register Map(Register register)
    {
        if (!_registers.TryGetValue(register, out var mapped))
        {
            mapped = _target.NewRegister(register.Type, register.IsVariable);
            _registers[register] = mapped;
        }

        return mapped;
    }

    /// <summary>Lets every return go on in the caller.</summary>
    public void Return(Block next, Register? result)
    {
        var returns = _blocks.Values.Where(b => b.Terminator == TerminatorKind.Return).ToArray();
        var target = returns.Length == 1 ? result : result is null ? null : _target.NewVariable(result.Type);
        foreach (var block in returns)
        {
            if (target is not null)
            {
                block.Instructions.Add(new Instruction
                {
                    Operation = Operation.Move, Result = target, Operands = [block.Value],
                });
            }

            block.Jump(next);
        }

        if (target != result && result is not null)
        {
            next.Instructions.Insert(0, new Instruction
            {
                Operation = Operation.Move, Result = result, Operands = [Operand.Of(target!)],
            });
        }
    }

    private void Copy(Block from, Block to, Block? handler, Body source)
    {
        to.Handler = from.Handler is null ? handler : _blocks[from.Handler];
        foreach (var instruction in from.Instructions)
        {
            var copy = instruction.Clone(
                instruction.Result is { } result ? Map(result) : null, [.. instruction.Operands.Select(Map)]);
            copy.Origin ??= source.Method;
            to.Instructions.Add(copy);
        }

        to.Terminator = from.Terminator;
        to.Value = Map(from.Value);
        to.Targets = [.. from.Targets.Select(t => _blocks[t])];
    }

    private Operand Map(Operand operand)
    {
        if (operand.IsRegister)
        {
            return Operand.Of(Map(operand.Register));
        }

        if (!operand.IsSlot)
        {
            return operand;
        }

        if (!_slots.TryGetValue(operand.Slot, out var slot))
        {
            slot = _target.NewSlot(operand.Slot.Size, operand.Slot.Alignment);
            _slots[operand.Slot] = slot;
        }

        return Operand.AddressOf(slot, (int)operand.Bits);
    }
}
