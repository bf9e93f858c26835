namespace ProxyWasm.Compiler.Loading;

/// <summary>A method with its generic arguments. Interned like <see cref="IlType"/>.</summary>
internal sealed class IlMethod
{
    private string? _name;

    public IlMethod(int id, MethodDef definition, IlType owner, IlType[] arguments)
    {
        Id = id;
        Definition = definition;
        Owner = owner;
        Arguments = arguments;
    }

    public int Id { get; }

    public MethodDef Definition { get; }

    public IlType Owner { get; }

    public IlType[] Arguments { get; }

    /// <summary>Parameter and return types with all generic arguments filled in.</summary>
    public required IlSignature Signature { get; init; }

    public string Name => Definition.Name;

    public bool IsStatic => Definition.IsStatic;

    /// <summary>The method a synthetic one is made for; null otherwise.</summary>
    public IlMethod? Target { get; init; }

    /// <summary>Type of the receiver as the callee sees it: a reference for value types.</summary>
    public required IlType? ReceiverType { get; init; }

    public int ParameterCount => Signature.Parameters.Length + (IsStatic ? 0 : 1);

    /// <summary>Declaring type and name without generic arguments, the key of substitution tables.</summary>
    public string Key => $"{Definition.Owner.FullName}::{Definition.Name}";

    public IlType ParameterType(int index) =>
        IsStatic ? Signature.Parameters[index] : index == 0 ? ReceiverType! : Signature.Parameters[index - 1];

    public override string ToString() => _name ??= Arguments.Length == 0 ? $"{Owner}::{Name}"
        : $"{Owner}::{Name}<{string.Join(',', (object[])Arguments)}>";
}
