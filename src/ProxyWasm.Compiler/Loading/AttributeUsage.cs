using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Reads how a class of attributes may be used.</summary>
internal readonly record struct AttributeUsage(bool IsInherited, bool AllowsSeveral)
{
    /// <summary>What the class or the nearest of its bases says about itself.</summary>
    public static AttributeUsage Of(TypeSystem system, IlType attribute)
    {
        for (var type = attribute; type is not null; type = system.Hierarchy.BaseOf(type))
        {
            var module = type.Definition!.Module;
            foreach (var handle in type.Definition.Metadata.GetCustomAttributes())
            {
                if (CustomAttributes.NameOf(module, handle) == "AttributeUsageAttribute")
                {
                    return From(module.Metadata.GetCustomAttribute(handle).DecodeValue(AttributeTypes.Instance));
                }
            }
        }

        return new AttributeUsage(IsInherited: true, AllowsSeveral: false);
    }

    private static AttributeUsage From(CustomAttributeValue<string> value)
    {
        var usage = new AttributeUsage(IsInherited: true, AllowsSeveral: false);
        foreach (var argument in value.NamedArguments)
        {
            usage = argument.Name switch
            {
                "Inherited" => usage with { IsInherited = (bool)argument.Value! },
                "AllowMultiple" => usage with { AllowsSeveral = (bool)argument.Value! },
                _ => usage,
            };
        }

        return usage;
    }
}
