using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace ProxyWasm.Compiler.Loading;

/// <summary>One loaded assembly: its metadata and the tables of its definitions, indexed by metadata row.</summary>
internal sealed class Module
{
    public Module(string name, string path, PEReader image, bool isFramework)
    {
        Name = name;
        Path = path;
        Image = image;
        IsFramework = isFramework;
        Metadata = image.GetMetadataReader();
        Types = new TypeDef[Metadata.TypeDefinitions.Count + 1];
        Methods = new MethodDef[Metadata.MethodDefinitions.Count + 1];
        Fields = new FieldDef[Metadata.FieldDefinitions.Count + 1];
    }

    public string Name { get; }

    public string Path { get; }

    public PEReader Image { get; }

    public MetadataReader Metadata { get; }

    /// <summary>True for assemblies of the base library and the runtime library, false for the user's.</summary>
    public bool IsFramework { get; }

    /// <summary>True for the assembly with the replacements.</summary>
    public bool IsRuntimeLibrary => Name == "ProxyWasm.Compiler.Runtime";

    public TypeDef[] Types { get; }

    public MethodDef[] Methods { get; }

    public FieldDef[] Fields { get; }

    /// <summary>Top-level types by namespace and name.</summary>
    public Dictionary<(string Namespace, string Name), TypeDef> TypesByName { get; } = [];

    /// <summary>Top-level types that this assembly forwards to another one.</summary>
    public Dictionary<(string Namespace, string Name), ExportedTypeHandle> Forwarders { get; } = [];

    /// <summary>What each member token of this module means before generic arguments are filled in.</summary>
    public Dictionary<int, object> OpenTokens { get; } = [];

    public TypeDef TypeOf(TypeDefinitionHandle handle) => Types[MetadataTokens.GetRowNumber(handle)];

    public MethodDef MethodOf(MethodDefinitionHandle handle) => Methods[MetadataTokens.GetRowNumber(handle)];

    public FieldDef FieldOf(FieldDefinitionHandle handle) => Fields[MetadataTokens.GetRowNumber(handle)];

    public override string ToString() => Name;
}
