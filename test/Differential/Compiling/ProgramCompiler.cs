using System.Reflection;
using ProxyWasm.Compiler;

namespace Differential.Compiling;

/// <summary>Compiles methods of an assembly into one module.</summary>
internal static class ProgramCompiler
{
    private static string BaseLibrary { get; } = typeof(ProgramCompiler).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BaseLibrary").Value!;

    public static IReadOnlyList<string> Framework { get; } =
        [Path.Combine(BaseLibrary, "lib", "net10.0"), Path.Combine(BaseLibrary, "native")];

    /// <summary>The name under which a module exports a program.</summary>
    public static string ExportOf(string program) => $"{program}::Run";

    public static CompiledModule Compile(string name, string assembly, IEnumerable<string> exports, Mode mode)
    {
        var result = new WasmCompiler(new CompilerOptions
        {
            Assembly = assembly,
            FrameworkDirectories = Framework,
            Exports = [.. exports],
            WithNames = mode == Mode.Unoptimised,
            CollectAlways = mode == Mode.Optimised,
            Optimise = mode != Mode.Unoptimised,
            Snapshot = mode == Mode.Optimised,
        }).Compile();
        return new CompiledModule(name, result.Module ?? throw new InvalidOperationException(
            string.Join('\n', result.Diagnostics.Where(d => d.IsError))));
    }
}
