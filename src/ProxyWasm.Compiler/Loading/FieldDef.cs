using System.Reflection;
using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Loading;

/// <summary>A field as it is written in metadata.</summary>
internal sealed class FieldDef
{
    public FieldDef(TypeDef owner, FieldDefinitionHandle handle)
    {
        var definition = owner.Module.Metadata.GetFieldDefinition(handle);
        Owner = owner;
        Handle = handle;
        Name = owner.Module.Metadata.GetString(definition.Name);
        Attributes = definition.Attributes;
    }

    public TypeDef Owner { get; }

    public FieldDefinitionHandle Handle { get; }

    public string Name { get; }

    public FieldAttributes Attributes { get; }

    /// <summary>The type over the generic parameters; filled in by <see cref="TypeSystem.TypeOf"/>.</summary>
    public IlType? Type { get; set; }

    public bool IsStatic => (Attributes & FieldAttributes.Static) != 0;

    public bool IsLiteral => (Attributes & FieldAttributes.Literal) != 0;

    public bool HasImageData => (Attributes & FieldAttributes.HasFieldRVA) != 0;

    public override string ToString() => $"{Owner}::{Name}";
}
