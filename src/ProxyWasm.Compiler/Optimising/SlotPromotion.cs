using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Turns structures in the frame into one variable per scalar, if their address is used only to read, write, copy and
/// clear them.
/// </summary>
internal sealed class SlotPromotion
{
    private const int MaxScalars = 16;

    private readonly Body _body;
    private readonly LayoutBuilder _layouts;
    private readonly Dictionary<Slot, SlotScalars> _slots = [];
    private List<Instruction> _output = [];

    private SlotPromotion(Body body, LayoutBuilder layouts)
    {
        _body = body;
        _layouts = layouts;
    }

    public static bool Run(Body body, LayoutBuilder layouts)
    {
        var promotion = new SlotPromotion(body, layouts);
        promotion.Collect();
        if (!promotion._slots.Values.Any(s => s.IsPromotable))
        {
            return false;
        }

        promotion.Rewrite();
        return true;
    }

    private SlotScalars Of(Operand operand)
    {
        if (!_slots.TryGetValue(operand.Slot, out var scalars))
        {
            scalars = new SlotScalars(MaxScalars);
            _slots[operand.Slot] = scalars;
        }

        return scalars;
    }

    private void Collect()
    {
        foreach (var block in _body.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                for (var i = 0; i < instruction.Operands.Length; i++)
                {
                    if (instruction.Operands[i].IsSlot)
                    {
                        CollectUse(instruction, i);
                    }
                }
            }

            if (block.Value.IsSlot)
            {
                Of(block.Value).Reject();
            }
        }

        RejectPartialClears();
    }

    private void CollectUse(Instruction instruction, int index)
    {
        var operand = instruction.Operands[index];
        var scalars = Of(operand);
        var start = (int)operand.Bits;
        switch (instruction.Operation)
        {
            case Operation.Load:
                scalars.Access(start + instruction.Offset, instruction.Memory);
                break;
            case Operation.Store when index == 0:
                scalars.Access(start + instruction.Offset, instruction.Memory);
                break;
            case Operation.Clear:
                scalars.Clear(start, instruction.Size);
                break;
            case Operation.Copy when _layouts.LayoutOf(instruction.Type!).Leaves is { } leaves:
                foreach (var leaf in leaves)
                {
                    scalars.Access(start + leaf.Offset, leaf.Kind);
                }

                break;
            default:
                scalars.Reject();
                break;
        }
    }

    private void RejectPartialClears()
    {
        foreach (var scalars in _slots.Values)
        {
            scalars.CheckClears();
        }
    }

    private void Rewrite()
    {
        foreach (var block in _body.Blocks)
        {
            _output = new List<Instruction>(block.Instructions.Count);
            foreach (var instruction in block.Instructions)
            {
                var before = _output.Count;
                Rewrite(instruction);
                for (var i = before; i < _output.Count; i++)
                {
                    _output[i].IlOffset = instruction.IlOffset;
                }
            }

            block.Instructions = _output;
        }
    }

    private bool IsPromoted(Operand operand) => operand.IsSlot && Of(operand).IsPromotable;

    private void Rewrite(Instruction instruction)
    {
        var first = instruction.Operands.Length > 0 ? instruction.Operands[0] : default;
        switch (instruction.Operation)
        {
            case Operation.Load when IsPromoted(first):
                Read(instruction.Result!, first, instruction.Offset, instruction.Memory);
                break;
            case Operation.Store when IsPromoted(first):
                Move(Of(first).VariableAt(_body, (int)first.Bits + instruction.Offset), instruction.Operands[1]);
                break;
            case Operation.Clear when IsPromoted(first):
                foreach (var variable in Of(first).VariablesIn(_body, (int)first.Bits, instruction.Size))
                {
                    Move(variable, Operand.Constant(variable.Type, 0));
                }

                break;
            case Operation.Copy when IsPromoted(first) || IsPromoted(instruction.Operands[1]):
                RewriteCopy(instruction);
                break;
            default:
                _output.Add(instruction);
                break;
        }
    }

    private void RewriteCopy(Instruction copy)
    {
        // All scalars are read before any is written: both sides may be parts of one structure.
        var leaves = _layouts.LayoutOf(copy.Type!).Leaves!;
        var values = new Operand[leaves.Length];
        for (var i = 0; i < leaves.Length; i++)
        {
            var register = _body.NewTemporary(leaves[i].Kind.Register());
            values[i] = Operand.Of(register);
            if (IsPromoted(copy.Operands[1]))
            {
                Read(register, copy.Operands[1], leaves[i].Offset, leaves[i].Kind);
            }
            else
            {
                _output.Add(new Instruction
                {
                    Operation = Operation.Load, Memory = leaves[i].Kind, Offset = leaves[i].Offset,
                    Operands = [copy.Operands[1]], Result = register,
                });
            }
        }

        for (var i = 0; i < leaves.Length; i++)
        {
            if (IsPromoted(copy.Operands[0]))
            {
                Move(Of(copy.Operands[0]).VariableAt(_body, (int)copy.Operands[0].Bits + leaves[i].Offset), values[i]);
            }
            else
            {
                _output.Add(new Instruction
                {
                    Operation = Operation.Store, Memory = leaves[i].Kind, Offset = leaves[i].Offset,
                    Operands = [copy.Operands[0], values[i]],
                });
            }
        }
    }

    private void Move(Register variable, Operand value) => _output.Add(new Instruction
    {
        Operation = Operation.Move, Result = variable, Operands = [value],
    });

    /// <summary>A variable holds whatever was stored; reading gives what memory of that width would.</summary>
    private void Read(Register result, Operand slot, int offset, MemoryKind kind)
    {
        var variable = Operand.Of(Of(slot).VariableAt(_body, (int)slot.Bits + offset));
        var instruction = kind switch
        {
            MemoryKind.I8 => Unary(Numeric.I32Extend8S),
            MemoryKind.I16 => Unary(Numeric.I32Extend16S),
            MemoryKind.U8 => Mask(0xFF),
            MemoryKind.U16 => Mask(0xFFFF),
            _ => new Instruction { Operation = Operation.Move, Operands = [variable] },
        };
        instruction.Result = result;
        _output.Add(instruction);

        Instruction Unary(Numeric numeric) =>
            new() { Operation = Operation.Numeric, Numeric = numeric, Operands = [variable] };

        Instruction Mask(int mask) => new()
        {
            Operation = Operation.Numeric, Numeric = Numeric.I32And, Operands = [variable, Operand.Int(mask)],
        };
    }
}
