using System.Reflection;
using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Loading;

/// <summary>A method as it is written in metadata, or one that the compiler adds itself.</summary>
internal sealed class MethodDef
{
    public MethodDef(TypeDef owner, MethodDefinitionHandle handle)
    {
        var definition = owner.Module.Metadata.GetMethodDefinition(handle);
        Owner = owner;
        Handle = handle;
        Name = owner.Module.Metadata.GetString(definition.Name);
        Attributes = definition.Attributes;
        ImplAttributes = definition.ImplAttributes;
        BodyAddress = definition.RelativeVirtualAddress;
        Arity = definition.GetGenericParameters().Count;
    }

    /// <summary>A method without metadata, whose body the compiler makes.</summary>
    public MethodDef(TypeDef owner, string name, SyntheticKind synthetic, IlSignature signature)
    {
        Owner = owner;
        Name = name;
        Synthetic = synthetic;
        Signature = signature;
        Attributes = signature.IsInstance ? MethodAttributes.Public : MethodAttributes.Public | MethodAttributes.Static;
        Arity = 0;
    }

    public TypeDef Owner { get; }

    public MethodDefinitionHandle Handle { get; }

    public string Name { get; }

    public MethodAttributes Attributes { get; }

    public MethodImplAttributes ImplAttributes { get; }

    /// <summary>Where the IL body lies in the image; zero when there is none.</summary>
    public int BodyAddress { get; }

    public int Arity { get; }

    public SyntheticKind Synthetic { get; }

    /// <summary>The signature over the generic parameters; filled in by <see cref="TypeSystem.SignatureOf"/>.</summary>
    public IlSignature? Signature { get; set; }

    /// <summary>Names of the attribute types on this method; filled in by <see cref="CustomAttributes"/>.</summary>
    public HashSet<string>? AttributeNames { get; set; }

    public bool IsStatic => (Attributes & MethodAttributes.Static) != 0;

    public bool IsVirtual => (Attributes & MethodAttributes.Virtual) != 0;

    public bool IsAbstract => (Attributes & MethodAttributes.Abstract) != 0;

    public bool IsFinal => (Attributes & MethodAttributes.Final) != 0;

    public bool IsNewSlot => (Attributes & MethodAttributes.NewSlot) != 0;

    public bool IsPublic => (Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public;

    public bool IsPlatformInvoke => (Attributes & MethodAttributes.PinvokeImpl) != 0;

    public bool IsInternalCall => (ImplAttributes & MethodImplAttributes.InternalCall) != 0;

    public bool IsRuntimeImplemented =>
        (ImplAttributes & MethodImplAttributes.CodeTypeMask) == MethodImplAttributes.Runtime;

    public bool IsConstructor => Name == ".ctor";

    public bool IsStaticConstructor => Name == ".cctor";

    public override string ToString() => $"{Owner}::{Name}";
}
