using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Finds type definitions by name, through type forwarders and nesting.</summary>
internal sealed class TypeNames
{
    private readonly AssemblySet _assemblies;
    private readonly Dictionary<(Module Module, int Row), TypeDef> _references = [];

    public TypeNames(AssemblySet assemblies) => _assemblies = assemblies;

    public TypeDef? Find(Module? module, string typeNamespace, string name)
    {
        while (module is not null)
        {
            if (module.TypesByName.TryGetValue((typeNamespace, name), out var found))
            {
                return found;
            }

            if (!module.Forwarders.TryGetValue((typeNamespace, name), out var forwarder))
            {
                return null;
            }

            var target = module.Metadata.GetExportedType(forwarder).Implementation;
            module = AssemblyOf(module, (AssemblyReferenceHandle)target);
        }

        return null;
    }

    public TypeDef Resolve(Module module, TypeReferenceHandle handle)
    {
        var key = (module, MetadataTokens.GetRowNumber(handle));
        if (!_references.TryGetValue(key, out var type))
        {
            type = ResolveCore(module, handle);
            _references[key] = type;
        }

        return type;
    }

    private TypeDef ResolveCore(Module module, TypeReferenceHandle handle)
    {
        var reference = module.Metadata.GetTypeReference(handle);
        var typeNamespace = module.Metadata.GetString(reference.Namespace);
        var name = module.Metadata.GetString(reference.Name);
        var found = reference.ResolutionScope.Kind switch
        {
            HandleKind.AssemblyReference =>
                Find(AssemblyOf(module, (AssemblyReferenceHandle)reference.ResolutionScope), typeNamespace, name),
            HandleKind.TypeReference =>
                Nested(Resolve(module, (TypeReferenceHandle)reference.ResolutionScope), name),
            _ => Find(module, typeNamespace, name),
        };

        return found ?? throw new CompilationException(
            $"The type '{typeNamespace}.{name}' that '{module.Name}' refers to does not exist in the base library "
            + "or the references. Was the assembly built for another version of .NET?");
    }

    private Module? AssemblyOf(Module module, AssemblyReferenceHandle handle) =>
        _assemblies.Find(module.Metadata.GetString(module.Metadata.GetAssemblyReference(handle).Name));

    private static TypeDef? Nested(TypeDef declaring, string name)
    {
        foreach (var handle in declaring.Metadata.GetNestedTypes())
        {
            var nested = declaring.Module.TypeOf(handle);
            if (nested.Name == name)
            {
                return nested;
            }
        }

        return null;
    }
}
