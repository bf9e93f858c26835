namespace ProxyWasm.Compiler.Intermediate;

/// <summary>
/// A straight piece of a body. Instructions that raise leave it in the middle, to <see cref="Handler"/>.
/// </summary>
internal sealed class Block
{
    public Block(int id) => Id = id;

    public int Id { get; set; }

    public List<Instruction> Instructions { get; set; } = [];

    /// <summary>Where exceptions raised inside go; null means out of the method.</summary>
    public Block? Handler { get; set; }

    public TerminatorKind Terminator { get; set; }

    public Operand Value { get; set; }

    public Block[] Targets { get; set; } = [];

    public void Jump(Block target)
    {
        Terminator = TerminatorKind.Jump;
        Value = default;
        Targets = [target];
    }

    public void Branch(Operand condition, Block whenTrue, Block whenFalse)
    {
        Terminator = TerminatorKind.Branch;
        Value = condition;
        Targets = [whenTrue, whenFalse];
    }

    public void End(TerminatorKind kind, Operand value = default)
    {
        Terminator = kind;
        Value = value;
        Targets = [];
    }

    public override string ToString() => $"block{Id}";
}
