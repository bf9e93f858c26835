using System.Reflection;
using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Loading;

/// <summary>A type as it is written in metadata, before any generic argument is known.</summary>
internal sealed class TypeDef
{
    public TypeDef(Module module, TypeDefinitionHandle handle)
    {
        var definition = module.Metadata.GetTypeDefinition(handle);
        Module = module;
        Handle = handle;
        Namespace = module.Metadata.GetString(definition.Namespace);
        Name = module.Metadata.GetString(definition.Name);
        Attributes = definition.Attributes;
        Arity = definition.GetGenericParameters().Count;
    }

    public Module Module { get; }

    public TypeDefinitionHandle Handle { get; }

    public string Namespace { get; }

    public string Name { get; }

    public TypeAttributes Attributes { get; }

    public int Arity { get; }

    public TypeDef? Declaring { get; set; }

    public MethodDef[] Methods { get; set; } = [];

    public FieldDef[] Fields { get; set; } = [];

    public MethodDef? StaticConstructor { get; set; }

    public bool IsValueType { get; set; }

    public bool IsEnum { get; set; }

    public bool IsDelegate { get; set; }

    public bool IsByRefLike { get; set; }

    /// <summary>Number of elements of an <c>[InlineArray]</c> type, otherwise zero.</summary>
    public int InlineArrayLength { get; set; }

    public Primitive Primitive { get; set; }

    public bool IsInterface => (Attributes & TypeAttributes.Interface) != 0;

    public bool IsAbstract => (Attributes & TypeAttributes.Abstract) != 0;

    public bool IsSealed => (Attributes & TypeAttributes.Sealed) != 0;

    public bool BeforeFieldInit => (Attributes & TypeAttributes.BeforeFieldInit) != 0;

    /// <summary>Namespace-qualified name with <c>+</c> between nesting levels, as reflection writes it.</summary>
    public string FullName => field ??= Declaring is not null ? $"{Declaring.FullName}+{Name}"
        : Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    public TypeDefinition Metadata => Module.Metadata.GetTypeDefinition(Handle);

    public override string ToString() => FullName;
}
