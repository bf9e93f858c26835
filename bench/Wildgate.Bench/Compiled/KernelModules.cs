using System.Diagnostics;
using System.Reflection;
using ProxyWasm.Compiler;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Compiled;

/// <summary>Compiles the kernels.</summary>
internal static class KernelModules
{
    private const string RustCompiler = "/usr/bin/rustc";
    private const string RustSource = "kernels.rs";
    private const string AssemblyScriptSource = "kernels.ts";

    /// <exception cref="BenchException">The kernels do not compile.</exception>
    public static byte[] CompileCSharp()
    {
        var assembly = typeof(KernelModules).Assembly;
        var library = BuildValue("BaseLibrary");
        var result = new WasmCompiler(new CompilerOptions
        {
            Assembly = assembly.Location,
            FrameworkDirectories = [Path.Combine(library, "lib", "net10.0"), Path.Combine(library, "native")],
            Exports = [.. Kernel.All.Select(static k => k.Export)],
        }).Compile();
        return result.Module ?? throw new BenchException(
            $"The C# kernels do not compile: {string.Join(" | ", result.Diagnostics.Where(static d => d.IsError))}");
    }

    /// <exception cref="BenchException">The compiler is missing or refuses.</exception>
    public static byte[] CompileRust()
    {
        // Other installations of Rust may come first on the path, and without the libraries for WebAssembly.
        if (!File.Exists(RustCompiler))
        {
            throw new BenchException($"{RustCompiler} is missing: apt install rustc libstd-rust-dev-wasm32 lld");
        }

        using var folder = new TemporaryFolder();
        var target = folder.Create("rust");
        var source = Path.Combine(target, RustSource);
        var output = Path.Combine(target, "kernels.wasm");
        using (var resource = typeof(KernelModules).Assembly.GetManifestResourceStream(RustSource)!)
        using (var file = File.Create(source))
        {
            resource.CopyTo(file);
        }

        using var process = Process.Start(RustCompiler,
        [
            "--edition=2021", "--crate-type=cdylib", "--target=wasm32-unknown-unknown", "-Copt-level=3", "-Clto",
            "-Cpanic=abort", "-Ccodegen-units=1", "-Cstrip=symbols", "-o", output, source,
        ]);
        process.WaitForExit();
        return process.ExitCode == 0
            ? File.ReadAllBytes(output)
            : throw new BenchException($"{RustCompiler} ended with {process.ExitCode}; what it says is above.");
    }

    /// <exception cref="BenchException">The compiler is missing or refuses.</exception>
    public static byte[] CompileAssemblyScript()
    {
        var directory = BuildValue("AssemblyScript");
        var compiler = Path.Combine("node_modules", "assemblyscript", "bin", "asc.js");
        if (!File.Exists(Path.Combine(directory, compiler)))
        {
            throw new BenchException($"{Path.Combine(directory, compiler)} is missing: npm ci --prefix {directory}");
        }

        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Create("assemblyscript"), "kernels.wasm");
        using var process = Process.Start(new ProcessStartInfo("node",
            [compiler, AssemblyScriptSource, "-O3", "-o", output]) { WorkingDirectory = directory })!;
        process.WaitForExit();
        return process.ExitCode == 0
            ? File.ReadAllBytes(output)
            : throw new BenchException($"asc ended with {process.ExitCode}; what it says is above.");
    }

    private static string BuildValue(string key) => typeof(KernelModules).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
