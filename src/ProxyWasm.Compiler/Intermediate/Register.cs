namespace ProxyWasm.Compiler.Intermediate;

/// <summary>A virtual register of a body.</summary>
internal sealed class Register
{
    public Register(int id, IrType type, bool isVariable)
    {
        Id = id;
        Type = type;
        IsVariable = isVariable;
    }

    /// <summary>Position in <see cref="Body.Registers"/>.</summary>
    public int Id { get; set; }

    public IrType Type { get; }

    /// <summary>
    /// True when it may be assigned more than once. All other registers have one definition that dominates every use.
    /// </summary>
    public bool IsVariable { get; set; }

    public override string ToString() => $"{(IsVariable ? 'v' : 't')}{Id}";
}
