using System.Diagnostics;
using Wasmtime;
using Wildgate.Bench.Measuring;

namespace Wildgate.Bench.Compiled;

/// <summary>Runs the kernels of all modules in one engine, in turn.</summary>
internal static class CompilerBenchmark
{
    /// <summary>Short, so that some rounds fall between what else the machine does.</summary>
    private const double RoundMilliseconds = 1;

    /// <exception cref="BenchException">A module cannot be made, or results differ.</exception>
    public static CompilerReport Run(int rounds, Action<string> progress, CancellationToken cancellationToken)
    {
        using var engine = new Engine();
        progress("compiling C#");
        var (csharp, csharpFacts) = Timed(KernelModules.CompileCSharp);
        progress("compiling Rust");
        var (rust, rustFacts) = Timed(KernelModules.CompileRust);
        progress("compiling AssemblyScript");
        var (assemblyScript, assemblyScriptFacts) = Timed(KernelModules.CompileAssemblyScript);
        using var csharpModule = Module.FromBytes(engine, "csharp", csharp);
        using var rustModule = Module.FromBytes(engine, "rust", rust);
        using var assemblyScriptModule = Module.FromBytes(engine, "assemblyscript", assemblyScript);
        using var linker = new Linker(engine);
        using var store = new Store(engine);
        linker.DefineFunction("wasi_snapshot_preview1", "random_get", static (int _, int _) => 0);
        linker.DefineFunction("env", "abort", static (int _, int _, int line, int _) =>
            throw new BenchException($"The AssemblyScript kernels aborted in line {line}."));
        var csharpInstance = linker.Instantiate(store, csharpModule);
        var rustInstance = linker.Instantiate(store, rustModule);
        var assemblyScriptInstance = linker.Instantiate(store, assemblyScriptModule);
        var results = new List<KernelResult>();
        foreach (var kernel in Kernel.All)
        {
            progress(kernel.Name);
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(Measure(
                kernel,
                rounds,
                Find(csharpInstance, kernel.Export),
                Find(rustInstance, kernel.Function),
                Find(assemblyScriptInstance, kernel.Function)));
        }

        return new CompilerReport(
            MachineFacts.Read(TimeProvider.System), rounds, results, csharpFacts, rustFacts, assemblyScriptFacts,
            CompilationTimes.Measure(progress, cancellationToken));
    }

    private static (byte[] Module, ModuleFacts Facts) Timed(Func<byte[]> compile)
    {
        var start = Stopwatch.GetTimestamp();
        var module = compile();
        return (module, new ModuleFacts(module.Length, Stopwatch.GetElapsedTime(start)));
    }

    private static Func<int, int> Find(Instance instance, string export) =>
        instance.GetFunction<int, int>(export) ?? throw new BenchException($"A module has no export '{export}'.");

    private static KernelResult Measure(Kernel kernel, int rounds, params Func<int, int>[] variants)
    {
        variants = [.. variants, kernel.Managed];
        var expected = kernel.Managed(kernel.Seed);
        var calls = new int[variants.Length];
        var times = new double[variants.Length][];
        for (var i = 0; i < variants.Length; i++)
        {
            Check(kernel, expected, variants[i](kernel.Seed));
            var once = Math.Min(Time(variants[i], kernel.Seed, 8), Time(variants[i], kernel.Seed, 8));
            calls[i] = Math.Max(1, (int)(RoundMilliseconds * 1e6 / once));
            times[i] = new double[rounds];
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < variants.Length; i++)
            {
                times[i][round] = Time(variants[i], kernel.Seed, calls[i]);
            }
        }

        foreach (var variant in variants)
        {
            Check(kernel, expected, variant(kernel.Seed));
        }

        return new KernelResult(
            kernel.Name, KernelTimes.Of(times[0]), KernelTimes.Of(times[1]), KernelTimes.Of(times[2]),
            KernelTimes.Of(times[3]));
    }

    private static void Check(Kernel kernel, int expected, int actual)
    {
        if (expected != actual)
        {
            throw new BenchException($"The results of '{kernel.Name}' differ: {expected} and {actual}.");
        }
    }

    private static double Time(Func<int, int> kernel, int seed, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            kernel(seed);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}
