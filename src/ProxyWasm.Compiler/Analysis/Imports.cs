using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>Methods that the host provides.</summary>
internal static class Imports
{
    public static bool IsImport(IlMethod method) => method.Definition.IsPlatformInvoke
        && (!method.Definition.Owner.Module.IsFramework || method.Definition.Owner.Module.IsRuntimeLibrary);

    /// <summary>The module and name under which the host is asked for the function.</summary>
    public static (string Module, string Name) NameOf(IlMethod method)
    {
        var metadata = method.Definition.Owner.Module.Metadata;
        var import = metadata.GetMethodDefinition(method.Definition.Handle).GetImport();
        return (metadata.GetString(metadata.GetModuleReference(import.Module).Name), metadata.GetString(import.Name));
    }
}
