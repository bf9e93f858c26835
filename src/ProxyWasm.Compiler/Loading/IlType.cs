namespace ProxyWasm.Compiler.Loading;

/// <summary>A type with its generic arguments. Interned: two equal types are the same object.</summary>
internal sealed class IlType
{
    private readonly TypeSystem _system;
    private string? _name;

    public IlType(TypeSystem system, int id, TypeKind kind)
    {
        _system = system;
        Id = id;
        Kind = kind;
    }

    /// <summary>Position in the order of creation, which is the same in every run over the same input.</summary>
    public int Id { get; }

    public TypeKind Kind { get; }

    public TypeDef? Definition { get; init; }

    public IlType[] Arguments { get; init; } = [];

    public IlType? ElementType { get; init; }

    /// <summary>Rank of an array, or position of a generic parameter.</summary>
    public int Ordinal { get; init; }

    public IlSignature? FunctionSignature { get; init; }

    public Primitive Primitive => Definition?.Primitive ?? Primitive.None;

    public bool IsNamed => Kind == TypeKind.Named;

    public bool IsArray => Kind is TypeKind.Array or TypeKind.MultiArray;

    public bool IsValueType =>
        Kind is TypeKind.Pointer or TypeKind.FunctionPointer || Definition is { IsValueType: true };

    public bool IsReference => IsArray || (Definition is { IsValueType: false });

    public bool IsInterface => Definition is { IsInterface: true };

    public bool IsEnum => Definition is { IsEnum: true };

    public bool IsDelegate => Definition is { IsDelegate: true };

    public bool IsVoid => Primitive == Primitive.Void;

    public bool IsNullable => Definition is { Name: "Nullable`1", Namespace: "System", Declaring: null };

    public bool IsOpen => Kind is TypeKind.TypeParameter or TypeKind.MethodParameter
        || (ElementType?.IsOpen ?? false) || Arguments.Any(a => a.IsOpen);

    /// <summary>How deeply generic arguments are nested.</summary>
    public int Depth => Math.Max(ElementType is null ? 0 : ElementType.Depth + 1,
        Arguments.Length == 0 ? 0 : Arguments.Max(a => a.Depth) + 1);

    public bool Is(string fullName) =>
        Kind == TypeKind.Named && Arguments.Length == 0 && Definition!.FullName == fullName;

    public IlType Substitute(IlType[] typeArguments, IlType[] methodArguments) => Kind switch
    {
        TypeKind.TypeParameter => Ordinal < typeArguments.Length ? typeArguments[Ordinal] : this,
        TypeKind.MethodParameter => Ordinal < methodArguments.Length ? methodArguments[Ordinal] : this,
        TypeKind.Named when Arguments.Length > 0 => SubstituteArguments(typeArguments, methodArguments),
        TypeKind.Array => _system.ArrayOf(ElementType!.Substitute(typeArguments, methodArguments)),
        TypeKind.MultiArray => _system.ArrayOf(ElementType!.Substitute(typeArguments, methodArguments), Ordinal),
        TypeKind.Pointer => _system.PointerTo(ElementType!.Substitute(typeArguments, methodArguments)),
        TypeKind.ByRef => _system.RefTo(ElementType!.Substitute(typeArguments, methodArguments)),
        TypeKind.FunctionPointer =>
            _system.FunctionPointer(FunctionSignature!.Substitute(typeArguments, methodArguments)),
        _ => this,
    };

    public override string ToString() => _name ??= Kind switch
    {
        TypeKind.Named when Arguments.Length > 0 => $"{Definition!.FullName}<{string.Join(',', (object[])Arguments)}>",
        TypeKind.Named => Definition!.FullName,
        TypeKind.Array => $"{ElementType}[]",
        TypeKind.MultiArray => $"{ElementType}[{new string(',', Ordinal - 1)}]",
        TypeKind.Pointer => $"{ElementType}*",
        TypeKind.ByRef => $"{ElementType}&",
        TypeKind.FunctionPointer => "fnptr",
        TypeKind.TypeParameter => $"!{Ordinal}",
        _ => $"!!{Ordinal}",
    };

    private IlType SubstituteArguments(IlType[] typeArguments, IlType[] methodArguments)
    {
        var arguments = new IlType[Arguments.Length];
        var changed = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Arguments[i].Substitute(typeArguments, methodArguments);
            changed |= arguments[i] != Arguments[i];
        }

        return changed ? _system.Instantiate(Definition!, arguments) : this;
    }
}
