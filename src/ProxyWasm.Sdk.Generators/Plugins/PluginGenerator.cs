using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>Writes the exports of a module and the class that makes its plugins.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PluginGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
            SdkNames.PluginAttribute,
            static (node, _) => node is TypeDeclarationSyntax,
            static (found, _) => (INamedTypeSymbol)found.TargetSymbol).Collect();

        // Members that begin something at the host, which the host answers with a callback of its own.
        var names = context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is IdentifierNameSyntax
            {
                Identifier.ValueText: "SendAsync" or "CallGrpcAsync" or "Delay" or "WaitAsync" or "TimeProvider"
                    or "DequeueAsync",
            },
            static (found, _) => ((IdentifierNameSyntax)found.Node).Identifier.ValueText).Collect();

        var all = classes.Combine(names).Combine(context.CompilationProvider);
        context.RegisterSourceOutput(all, static (output, input) =>
            Generate(output, input.Left.Left, input.Left.Right, input.Right));
    }

    private static void Generate(
        SourceProductionContext output,
        ImmutableArray<INamedTypeSymbol> types,
        ImmutableArray<string> names,
        Compilation compilation)
    {
        var classes = types.Select(type => PluginClasses.Describe(type, output)).OfType<PluginClass>().ToArray();
        if (classes.Length == 0)
        {
            return;
        }

        foreach (var same in classes.GroupBy(found => found.RootId).Where(group => group.Count() > 1))
        {
            output.ReportDiagnostic(Diagnostic.Create(
                Diagnostics.SameRootId,
                types.First(type => PluginClasses.FullName(type) == same.Last().Name).Locations.FirstOrDefault(),
                same.First().Name.Replace("global::", ""),
                same.Last().Name.Replace("global::", ""),
                same.Key));
            return;
        }

        DoubleForms.Report(compilation, output);
        output.AddSource("PluginModule.g.cs", ModuleSource.Write(classes));
        output.AddSource("PluginExports.g.cs", ExportSource.Write(new Callbacks(compilation, names), classes));
    }
}
