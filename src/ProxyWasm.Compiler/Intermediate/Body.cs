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

    public FunctionType Type { get; }

    public Block Entry { get; set; }

    public List<Block> Blocks { get; } = [];

    public List<Register> Registers { get; } = [];

    public List<Register> Parameters { get; } = [];

    public List<Slot> Slots { get; } = [];

    /// <summary>False when no path raises an exception out of the body.</summary>
    public bool MayThrow { get; set; } = true;

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
