using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Fills a module's definition tables from its metadata.</summary>
internal static class ModuleReader
{
    public static void Fill(Module module)
    {
        foreach (var handle in module.Metadata.TypeDefinitions)
        {
            module.Types[MetadataTokens.GetRowNumber(handle)] = new TypeDef(module, handle);
        }

        foreach (var type in module.Types.Skip(1))
        {
            FillMembers(module, type);
        }

        foreach (var type in module.Types.Skip(1))
        {
            Classify(module, type);
        }

        FillForwarders(module);
    }

    private static void FillMembers(Module module, TypeDef type)
    {
        var definition = type.Metadata;
        var declaring = definition.GetDeclaringType();
        if (declaring.IsNil)
        {
            module.TypesByName[(type.Namespace, type.Name)] = type;
        }
        else
        {
            type.Declaring = module.TypeOf(declaring);
        }

        type.Methods = [.. definition.GetMethods().Select(h => new MethodDef(type, h))];
        foreach (var method in type.Methods)
        {
            module.Methods[MetadataTokens.GetRowNumber(method.Handle)] = method;
        }

        type.StaticConstructor = Array.Find(type.Methods, m => m.IsStaticConstructor);
        type.Fields = [.. definition.GetFields().Select(h => new FieldDef(type, h))];
        foreach (var field in type.Fields)
        {
            module.Fields[MetadataTokens.GetRowNumber(field.Handle)] = field;
        }
    }

    private static void Classify(Module module, TypeDef type)
    {
        if (type.IsInterface)
        {
            return;
        }

        var (baseNamespace, baseName) = BaseName(module, type);
        if (baseNamespace != "System")
        {
            return;
        }

        type.IsEnum = baseName == "Enum";
        type.IsValueType = type.IsEnum || (baseName == "ValueType" && type.FullName != "System.Enum");
        type.IsDelegate = baseName == "MulticastDelegate";
        if (type is { IsValueType: true, Namespace: "System", Declaring: null }
            && Enum.TryParse<Primitive>(type.Name, out var primitive) && type.Arity == 0)
        {
            type.Primitive = primitive;
        }

        if (type.IsValueType)
        {
            ReadShapeAttributes(module, type);
        }
    }

    private static (string Namespace, string Name) BaseName(Module module, TypeDef type)
    {
        var handle = type.Metadata.BaseType;
        if (handle.IsNil)
        {
            return ("", "");
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                var reference = module.Metadata.GetTypeReference((TypeReferenceHandle)handle);
                return (module.Metadata.GetString(reference.Namespace), module.Metadata.GetString(reference.Name));
            case HandleKind.TypeDefinition:
                var definition = module.TypeOf((TypeDefinitionHandle)handle);
                return (definition.Namespace, definition.Name);
            default:
                return ("", "");
        }
    }

    private static void ReadShapeAttributes(Module module, TypeDef type)
    {
        foreach (var handle in type.Metadata.GetCustomAttributes())
        {
            switch (CustomAttributes.NameOf(module, handle))
            {
                case "IsByRefLikeAttribute":
                    type.IsByRefLike = true;
                    break;
                case "InlineArrayAttribute":
                    type.InlineArrayLength = CustomAttributes.ReaderOf(module, handle).ReadInt32();
                    break;
                default:
                    break;
            }
        }
    }

    private static void FillForwarders(Module module)
    {
        foreach (var handle in module.Metadata.ExportedTypes)
        {
            var type = module.Metadata.GetExportedType(handle);
            if (type.Implementation.Kind == HandleKind.AssemblyReference)
            {
                var name = (module.Metadata.GetString(type.Namespace), module.Metadata.GetString(type.Name));
                module.Forwarders[name] = handle;
            }
        }
    }
}
