using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>Looks at marked classes.</summary>
internal static class PluginClasses
{
    public static PluginClass? Describe(INamedTypeSymbol type, SourceProductionContext output)
    {
        if (KindOf(type) is not { } kind || type.IsAbstract || type.IsGenericType)
        {
            Report(output, Diagnostics.NotPlugin, type);
            return null;
        }

        if (!IsReachable(type))
        {
            output.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.NotReachable, type.Locations.FirstOrDefault(), type.Name, "Plugin"));
            return null;
        }

        if (!TryFindConstructor(type, kind, out var config))
        {
            Report(output, Diagnostics.Constructor, type);
            return null;
        }

        var attribute = type.GetAttributes().First(found => Is(found.AttributeClass, SdkNames.PluginAttribute));
        var rootId = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "RootId").Value.Value;
        return new PluginClass(FullName(type), kind, rootId as string ?? "", config);
    }

    public static bool Is(ISymbol? symbol, string name) => symbol?.ToDisplayString() == name;

    /// <summary>Whether a class is marked as a configuration.</summary>
    public static bool IsConfig(ITypeSymbol type) =>
        type.GetAttributes().Any(found => Is(found.AttributeClass, SdkNames.ConfigAttribute));

    public static string FullName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static PluginKind? KindOf(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            switch (parent.ToDisplayString())
            {
                case SdkNames.Plugin:
                    return PluginKind.Plugin;
                case SdkNames.HttpFilter:
                    return PluginKind.HttpFilter;
                case SdkNames.TcpFilter:
                    return PluginKind.TcpFilter;
            }
        }

        return null;
    }

    private static bool TryFindConstructor(INamedTypeSymbol type, PluginKind kind, out string? config)
    {
        config = null;
        foreach (var constructor in type.InstanceConstructors.Where(IsReachable).Where(SetsAll))
        {
            switch (constructor.Parameters.Length)
            {
                case 0:
                    return true;
                case 1 when kind != PluginKind.Plugin && constructor.Parameters[0].Type is INamedTypeSymbol parameter
                    && constructor.Parameters[0].RefKind == RefKind.None && IsConfig(parameter):
                    config = FullName(parameter);
                    return true;
            }
        }

        return false;
    }

    // By the class that makes it, which is generated into the same assembly.
    private static bool IsReachable(IMethodSymbol constructor) => constructor.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    /// <summary>Whether generated code in the same assembly can name a type.</summary>
    public static bool IsReachable(INamedTypeSymbol type)
    {
        for (var scope = type; scope is not null; scope = scope.ContainingType)
        {
            if (scope.IsFileLocal || scope.DeclaredAccessibility
                is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    // What `required` asks for nobody sets.
    private static bool SetsAll(IMethodSymbol constructor)
    {
        const string Promise = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
        if (constructor.GetAttributes().Any(found => Is(found.AttributeClass, Promise)))
        {
            return true;
        }

        for (var type = constructor.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(
                member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return false;
            }
        }

        return true;
    }

    private static void Report(
        SourceProductionContext output, DiagnosticDescriptor descriptor, INamedTypeSymbol type) =>
        output.ReportDiagnostic(Diagnostic.Create(descriptor, type.Locations.FirstOrDefault(), type.Name));
}
