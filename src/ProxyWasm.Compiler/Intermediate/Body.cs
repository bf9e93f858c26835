using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Intermediate;

/// <summary>The code of one method.</summary>
internal sealed class Body
{
    public Body(IlMethod method, FunctionType type)
    {
        Method = method;
        Type = type;
        Entry = NewBlock();
    }

    public IlMethod Method { get; }

    public FunctionType Type { get; set; }

    public Block Entry { get; set; }

    public List<Block> Blocks { get; } = [];

    public List<Register> Registers { get; } = [];

    public List<Register> Parameters { get; } = [];

    public List<Slot> Slots { get; } = [];

    /// <summary>False when no path raises an exception out of the body.</summary>
    public bool MayThrow { get; set; } = true;

    /// <summary>True when calls are known to end with an exception or not at all.</summary>
    public bool NeverReturns { get; set; }

    /// <summary>What the body is like when optimising it once more has changed nothing.</summary>
    public ulong? OptimisedAs { get; set; }

    /// <summary>True when what is returned is known not to be zero.</summary>
    public bool ReturnsNonZero { get; set; }

    /// <summary>What inlining the body costs, when it has been computed.</summary>
    public int? InlineSize { get; set; }

    public Block NewBlock()
    {
        var block = new Block(Blocks.Count);
        Blocks.Add(block);
        return block;
    }

    public Register NewTemporary(IrType type) => NewRegister(type, isVariable: false);

    public Register NewVariable(IrType type) => NewRegister(type, isVariable: true);

    public Register NewRegister(IrType type, bool isVariable)
    {
        var register = new Register(Registers.Count, type, isVariable);
        Registers.Add(register);
        return register;
    }

    public Slot NewSlot(int size, int alignment)
    {
        var slot = new Slot(Slots.Count, size, alignment);
        Slots.Add(slot);
        return slot;
    }

    /// <summary>Forgets registers that nothing mentions; later passes take time and memory for each.</summary>
    public void CompactRegisters()
    {
        var used = new HashSet<Register>(Parameters);
        foreach (var block in Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                Note(instruction.Operands);
                if (instruction.Result is { } result)
                {
                    used.Add(result);
                }
            }

            Note([block.Value]);
        }

        Registers.RemoveAll(r => !used.Contains(r));
        for (var i = 0; i < Registers.Count; i++)
        {
            Registers[i].Id = i;
        }

        void Note(Operand[] operands)
        {
            foreach (var operand in operands)
            {
                if (operand.IsRegister)
                {
                    used.Add(operand.Register);
                }
            }
        }
    }

    public IEnumerable<Instruction> AllInstructions()
    {
        foreach (var block in Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                yield return instruction;
            }
        }
    }
}
