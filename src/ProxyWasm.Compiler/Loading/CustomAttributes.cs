using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Reads attributes without resolving their types: they are recognised by simple name.</summary>
internal static class CustomAttributes
{
    public static string NameOf(Module module, CustomAttributeHandle handle)
    {
        var constructor = module.Metadata.GetCustomAttribute(handle).Constructor;
        if (constructor.Kind == HandleKind.MethodDefinition)
        {
            return module.MethodOf((MethodDefinitionHandle)constructor).Owner.Name;
        }

        var parent = module.Metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        return parent.Kind == HandleKind.TypeReference
            ? module.Metadata.GetString(module.Metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
            : "";
    }

    /// <summary>A reader that stands at the first fixed argument.</summary>
    public static BlobReader ReaderOf(Module module, CustomAttributeHandle handle)
    {
        var reader = module.Metadata.GetBlobReader(module.Metadata.GetCustomAttribute(handle).Value);
        reader.ReadUInt16();
        return reader;
    }

    public static bool Has(MethodDef method, string attributeName)
    {
        if (method.Handle.IsNil)
        {
            return false;
        }

        method.AttributeNames ??= [.. method.Owner.Module.Metadata.GetMethodDefinition(method.Handle)
            .GetCustomAttributes().Select(h => NameOf(method.Owner.Module, h))];
        return method.AttributeNames.Contains(attributeName);
    }

    public static IEnumerable<CustomAttributeHandle> Find(MethodDef method, string attributeName)
    {
        if (!Has(method, attributeName))
        {
            return [];
        }

        var module = method.Owner.Module;
        return module.Metadata.GetMethodDefinition(method.Handle).GetCustomAttributes()
            .Where(h => NameOf(module, h) == attributeName);
    }

    /// <summary>A named string property of the first attribute of that name, for example an entry point.</summary>
    public static string? NamedString(MethodDef method, string attributeName, string property)
    {
        foreach (var handle in Find(method, attributeName))
        {
            var attribute = method.Owner.Module.Metadata.GetCustomAttribute(handle);
            var value = attribute.DecodeValue(AttributeTypes.Instance);
            foreach (var argument in value.NamedArguments)
            {
                if (argument.Name == property)
                {
                    return argument.Value as string;
                }
            }
        }

        return null;
    }

    /// <summary>The fixed string arguments of an attribute.</summary>
    public static string[] FixedStrings(MethodDef method, CustomAttributeHandle handle)
    {
        var value = method.Owner.Module.Metadata.GetCustomAttribute(handle).DecodeValue(AttributeTypes.Instance);
        return [.. value.FixedArguments.Select(a => a.Value as string ?? "")];
    }

    /// <summary>Whether the type says that a tool of that name wrote it.</summary>
    public static bool IsGeneratedBy(TypeDef type, string tool)
    {
        foreach (var handle in type.Metadata.GetCustomAttributes())
        {
            if (NameOf(type.Module, handle) == "GeneratedCodeAttribute"
                && ReaderOf(type.Module, handle).ReadSerializedString() == tool)
            {
                return true;
            }
        }

        return false;
    }
}
