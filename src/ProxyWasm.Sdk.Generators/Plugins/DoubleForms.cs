using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>Finds classes that override both forms of an event.</summary>
internal static class DoubleForms
{
    private const string Suffix = "Async";

    public static void Report(Compilation compilation, SourceProductionContext output) =>
        Report(compilation.Assembly.GlobalNamespace, output);

    private static void Report(INamespaceOrTypeSymbol scope, SourceProductionContext output)
    {
        foreach (var member in scope.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol inner)
            {
                Report(inner, output);
            }
            else if (IsOverride(member) && member.Name.EndsWith(Suffix, StringComparison.Ordinal))
            {
                var plain = member.Name.Substring(0, member.Name.Length - Suffix.Length);
                if (scope.GetMembers(plain).FirstOrDefault(IsOverride) is { } other)
                {
                    output.ReportDiagnostic(Diagnostic.Create(
                        Diagnostics.BothForms, other.Locations.FirstOrDefault(), scope.Name, plain));
                }
            }
        }
    }

    private static bool IsOverride(ISymbol member) =>
        member is IMethodSymbol { IsOverride: true } method && Callbacks.IsOfSdk(method);
}
