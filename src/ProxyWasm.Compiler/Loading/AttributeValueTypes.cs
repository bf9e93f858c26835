using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Resolves the types that attributes mention, for attributes that a program reads at run time.</summary>
internal sealed class AttributeValueTypes : ICustomAttributeTypeProvider<IlType>
{
    private readonly TypeSystem _system;
    private readonly Module _module;

    /// <param name="system">Where types are found.</param>
    /// <param name="module">The assembly that carries the attribute.</param>
    public AttributeValueTypes(TypeSystem system, Module module)
    {
        _system = system;
        _module = module;
    }

    public IlType GetPrimitiveType(PrimitiveTypeCode typeCode) => _system.SystemType(typeCode.ToString());

    public IlType GetSystemType() => _system.SystemType("Type");

    public IlType GetSZArrayType(IlType elementType) => _system.ArrayOf(elementType);

    public IlType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        _system.Instantiate(_module.TypeOf(handle), []);

    public IlType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        _system.Instantiate(_system.Names.Resolve(_module, handle), []);

    public IlType GetTypeFromSerializedName(string name) => Resolve(TypeName.Parse(name));

    public PrimitiveTypeCode GetUnderlyingEnumType(IlType type) =>
        Enum.Parse<PrimitiveTypeCode>(_system.Underlying(type).Definition!.Name);

    public bool IsSystemType(IlType type) => type == GetSystemType();

    private IlType Resolve(TypeName name)
    {
        if (name.IsSZArray)
        {
            return _system.ArrayOf(Resolve(name.GetElementType()));
        }

        if (name.IsArray)
        {
            return _system.ArrayOf(Resolve(name.GetElementType()), name.GetArrayRank());
        }

        return name.IsConstructedGenericType
            ? _system.Instantiate(
                Definition(name.GetGenericTypeDefinition()), [.. name.GetGenericArguments().Select(Resolve)])
            : _system.Instantiate(Definition(name), []);
    }

    private TypeDef Definition(TypeName name)
    {
        var found = name.IsNested
            ? Array.Find(Definition(name.DeclaringType).Module.Types, t => t?.FullName == name.FullName)
            : name.AssemblyName is { } assembly
                ? _system.Names.Find(_system.Assemblies.Find(assembly.Name), name.Namespace, name.Name)
                : _system.Names.Find(_module, name.Namespace, name.Name)
                    ?? _system.Names.Find(_system.Core, name.Namespace, name.Name);
        return found ?? throw new CompilationException(
            $"The type '{name.AssemblyQualifiedName}' that an attribute in '{_module.Name}' names does not exist.");
    }
}
