using System.Collections.Concurrent;

namespace Differential.Compiling;

/// <summary>
/// The modules with the programs. Some programs share one, since most of what is in a module is base library; each run
/// has an instance of its own. More programs to a module would save nothing: the more classes a module creates, the more
/// of the base library is within reach of its virtual calls.
/// </summary>
internal static class ModuleStore
{
    private const int ProgramsPerModule = 16;

    private static readonly ConcurrentDictionary<(Mode, int), Lazy<CompiledModule>> Compiled = [];

    private static readonly Dictionary<string, int> Numbers =
        ProgramCatalog.Names.Index().ToDictionary(pair => pair.Item, pair => pair.Index / ProgramsPerModule);

    /// <summary>The module with a program.</summary>
    public static CompiledModule For(string program, Mode mode) =>
        Compiled.GetOrAdd((mode, Numbers[program]), key => new(() => Compile(key.Item1, key.Item2))).Value;

    private static CompiledModule Compile(Mode mode, int number) => ProgramCompiler.Compile(
        $"{mode}-{number}", ProgramCatalog.AssemblyPath,
        Numbers.Where(pair => pair.Value == number).Select(pair => ProgramCompiler.ExportOf(pair.Key)), mode);
}
