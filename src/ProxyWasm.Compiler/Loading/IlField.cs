namespace ProxyWasm.Compiler.Loading;

/// <summary>A field of a closed type.</summary>
internal sealed class IlField
{
    public IlField(FieldDef definition, IlType owner, IlType type)
    {
        Definition = definition;
        Owner = owner;
        Type = type;
    }

    public FieldDef Definition { get; }

    public IlType Owner { get; }

    public IlType Type { get; }

    public override string ToString() => $"{Owner}.{Definition.Name}";
}
