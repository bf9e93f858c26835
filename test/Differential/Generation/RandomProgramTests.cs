using System.Globalization;
using Differential.Compiling;
using Differential.Engines;
using ProxyWasm.Compiler;

namespace Differential.Generation;

/// <summary>
/// Programs that nobody has written print the same on the JIT and as modules. <c>WILDGATE_SEED</c> repeats a run,
/// <c>WILDGATE_PROGRAMS</c> says how many there are per batch.
/// </summary>
public sealed class RandomProgramTests(EngineFixture engines)
{
    private static readonly ulong Seed = Setting("WILDGATE_SEED", (uint)Random.Shared.Next());

    private static readonly int Programs = (int)Setting("WILDGATE_PROGRAMS", 500);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Modules_print_what_the_jit_prints(bool optimisedByTheCSharpCompiler)
    {
        // Different programs for both.
        var batch = new Batch(optimisedByTheCSharpCompiler ? Seed : ~Seed, Programs, optimisedByTheCSharpCompiler);
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var differences = Differences(batch, Path.Combine(directory.FullName, "Generated.dll"));

            Assert.True(
                differences.Count == 0,
                $"WILDGATE_SEED={Seed}: {differences.Count} programs differ\n{string.Join('\n', differences.Take(3))}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or CompilationException)
        {
            throw new InvalidOperationException($"WILDGATE_SEED={Seed}: {exception.Message}", exception);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private List<string> Differences(Batch batch, string path)
    {
        batch.WriteTo(path);
        var exports = batch.Programs.Select(p => ProgramCompiler.ExportOf(p.Name)).ToList();
        var optimised = ProgramCompiler.Compile($"random-{batch.Seed}", path, exports, Mode.Optimised);
        var plain = ProgramCompiler.Compile($"random-{batch.Seed}-plain", path, exports, Mode.Unoptimised);
        return
        [
            .. JitRunner.Run(path, batch.Programs.Select(p => p.Name), times: 1)
                .Zip(batch.Programs, (expected, program) => Compare(program, expected, optimised, plain)).OfType<string>(),
        ];
    }

    private static ulong Setting(string name, ulong otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } given ? ulong.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    private string? Compare(GeneratedProgram program, string expected, CompiledModule optimised, CompiledModule plain)
    {
        var export = ProgramCompiler.ExportOf(program.Name);
        (string Name, Func<string> Run)[] runs =
        [
            ("Wasmtime", () => engines.Wasmtime.Run(optimised, export, times: 1)),
            ("Wasmtime without the optimiser", () => engines.Wasmtime.Run(plain, export, times: 1)),
            ("V8", () => engines.V8.Run(optimised, export, times: 1)),
        ];
        foreach (var (name, run) in runs)
        {
            var actual = run();
            if (actual != expected)
            {
                return $"{program.Name} in {name}: {Difference(expected, actual)}\n{program.Source}";
            }
        }

        return null;
    }

    private static string Difference(string expected, string actual)
    {
        var pair = expected.Split('\n').Zip(actual.Split('\n')).FirstOrDefault(p => p.First != p.Second);
        return $"expected '{pair.First}', found '{pair.Second}'";
    }
}
