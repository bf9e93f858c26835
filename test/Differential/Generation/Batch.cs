using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Differential.Generation;

/// <summary>Generated programs in one assembly.</summary>
internal sealed class Batch
{
    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    /// <summary>Makes programs.</summary>
    /// <param name="seed">What decides how they look.</param>
    /// <param name="count">How many.</param>
    /// <param name="optimised">Whether the C# compiler optimises, which gives other IL.</param>
    public Batch(ulong seed, int count, bool optimised)
    {
        Seed = seed;
        Programs = [.. Enumerable.Range(0, count).Select(i => ProgramGenerator.Create($"P{i}", seed + ((ulong)i << 32)))];
        Compilation = CSharpCompilation.Create(
            $"Generated{seed}",
            Programs.Select(p => Parse("using System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\n" + p.Source))
                .Concat([Parse(Resource("Support.cs")), Parse("global using System;\n" + Resource("Out.cs"))]),
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: optimised ? OptimizationLevel.Release : OptimizationLevel.Debug,
                allowUnsafe: true,
                deterministic: true));
    }

    public ulong Seed { get; }

    public IReadOnlyList<GeneratedProgram> Programs { get; }

    private CSharpCompilation Compilation { get; }

    /// <summary>Writes the assembly.</summary>
    public void WriteTo(string path)
    {
        using var file = File.Create(path);
        var result = Compilation.Emit(file, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).DistinctBy(d => d.Id);
            throw new InvalidOperationException("A generated program is not C#:\n" + string.Join('\n', errors.Select(
                e => $"{e}\n{e.Location.SourceTree?.GetText().Lines[e.Location.GetLineSpan().StartLinePosition.Line]}")));
        }
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, Language);

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
