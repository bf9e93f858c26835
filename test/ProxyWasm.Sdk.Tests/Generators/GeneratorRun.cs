using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProxyWasm.Sdk.Generators.Configuration;
using ProxyWasm.Sdk.Generators.Plugins;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Tests.Generators;

/// <summary>What the compiler and the generators of the SDK make of a plugin's source.</summary>
internal sealed class GeneratorRun
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using ProxyWasm.Sdk;
        global using ProxyWasm.Sdk.Async;
        global using ProxyWasm.Sdk.Calls;
        global using ProxyWasm.Sdk.Http;
        global using ProxyWasm.Sdk.Shared;
        global using ProxyWasm.Sdk.Tcp;

        """;

    private static readonly CSharpParseOptions Parsing =
        new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Parse)
            .WithFeatures([new("InterceptorsNamespaces", "ProxyWasm.Generated")]);

    private static readonly Lazy<MetadataReference[]> References = new(
        () => [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => path != typeof(GeneratorRun).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private readonly Compilation _compilation;

    private GeneratorRun(Compilation compilation, GeneratorDriverRunResult result)
    {
        _compilation = compilation;
        Diagnostics = result.Diagnostics;
        Sources = result.Results.SelectMany(of => of.GeneratedSources)
            .ToDictionary(source => source.HintName, source => source.SourceText.ToString());
        Exceptions = [.. result.Results.Select(of => of.Exception).OfType<Exception>()];
    }

    /// <summary>What the generators have to say.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>What they have written, by name of the file.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; }

    /// <summary>What they have failed with.</summary>
    public IReadOnlyList<Exception> Exceptions { get; }

    /// <summary>The schema that the module carries; null without one.</summary>
    public string? Schema => Load().GetCustomAttributes<WasmCustomSectionAttribute>()
        .SingleOrDefault(section => section.Name == "wildgate.config-schema")?.Text;

    /// <summary>What the C# compiler has against the code that was generated.</summary>
    public IEnumerable<Diagnostic> ErrorsOfGeneratedCode => _compilation.GetDiagnostics().Where(found =>
        found.Severity == DiagnosticSeverity.Error
        && found.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);

    /// <summary>Runs the generators over a file, which begins after the usual usings.</summary>
    public static GeneratorRun Of(string source)
    {
        var compilation = CSharpCompilation.Create(
            $"Plugin{Guid.NewGuid():N}",
            [CSharpSyntaxTree.ParseText(Usings, Parsing), CSharpSyntaxTree.ParseText(source, Parsing, "Plugin.cs")],
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver
            .Create(
                [
                    new ConfigGenerator().AsSourceGenerator(),
                    new PluginGenerator().AsSourceGenerator(),
                    new TimeGenerator().AsSourceGenerator(),
                ],
                null,
                Parsing)
            .RunGeneratorsAndUpdateCompilation(
                compilation, out var updated, out _, TestContext.Current.CancellationToken);
        return new GeneratorRun(updated, driver.GetRunResult());
    }

    /// <summary>The assembly, compiled without an error or a warning.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var result = _compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(result.Diagnostics.Where(found => found.Severity >= DiagnosticSeverity.Warning));
        Assert.Empty(Exceptions);
        return Assembly.Load(image.ToArray());
    }

    /// <summary>What makes the plugins of the assembly.</summary>
    public PluginModule CreateModule()
    {
        var type = Load().GetCustomAttribute<PluginModuleAttribute>()!.Type;
        return (PluginModule)Activator.CreateInstance(type, nonPublic: true)!;
    }
}
