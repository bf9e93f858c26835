using System.Diagnostics;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Compiled;

/// <summary>Measures the process that <c>dotnet build</c> starts after the C# compiler has ended.</summary>
internal static class CompilationTimes
{
    private const int Runs = 11;

    /// <exception cref="BenchException">Something is not built or does not compile.</exception>
    public static IReadOnlyList<CompilationTime> Measure(Action<string> progress, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Create("modules"), "module.wasm");
        (string Name, string[] Arguments)[] programs =
        [
            ("plugin hello", [
                Built("Hello", "Hello.dll"),
                "--reference", Built("Hello", "ProxyWasm.Abi.dll"), "--reference", Built("Hello", "ProxyWasm.Sdk.dll"),
            ]),
            ("JSON sample", [
                Built("ProxyWasm.Compiler.Sizes", "ProxyWasm.Compiler.Sizes.dll"), "--export", "Measured::Json",
            ]),
        ];
        var times = programs.Select(static _ => new double[Runs]).ToArray();
        var sizes = new long[programs.Length];
        for (var run = 0; run < Runs; run++)
        {
            for (var i = 0; i < programs.Length; i++)
            {
                progress($"compiling {programs[i].Name}");
                cancellationToken.ThrowIfCancellationRequested();
                times[i][run] = Time([.. programs[i].Arguments, "--output", output]);
                sizes[i] = new FileInfo(output).Length;
            }
        }

        return [.. programs.Select((program, i) =>
        {
            Array.Sort(times[i]);
            return new CompilationTime(program.Name, sizes[i], times[i][0], times[i][Runs / 2]);
        })];
    }

    private static double Time(string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [Built("ProxyWasm.Compiler", "ProxyWasm.Compiler.dll"), .. arguments]);
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalSeconds
            : throw new BenchException($"The compiler ended with {process.ExitCode}; what it says is above.");
    }

    private static string Built(string project, string file)
    {
        var configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", project, configuration, file));
        return File.Exists(path) ? path : throw new BenchException($"{path} is missing. Build the whole solution.");
    }
}
