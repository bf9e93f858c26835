using System.Diagnostics;
using System.Reflection;

namespace ProxyWasm.Compiler.Tests;

/// <summary>Compiles the sample assembly.</summary>
internal static class Compiling
{
    private static string BaseLibrary => typeof(Compiling).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "BaseLibrary").Value!;

    public static string Samples => Path.Combine(AppContext.BaseDirectory, "ProxyWasm.Compiler.Samples.dll");

    public static CompilerOptions Options => new()
    {
        Assembly = Samples,
        FrameworkDirectories = [Path.Combine(BaseLibrary, "lib", "net10.0"), Path.Combine(BaseLibrary, "native")],
        MemoryLimitBytes = 64 * 1024 * 1024,
    };

    /// <summary>What the command of the compiler makes of the samples, in a process of its own.</summary>
    public static Task<byte[]> WithCommandAsync(string output) =>
        WithCommandAsync(Samples, output, Environment.CurrentDirectory, []);

    public static async Task<byte[]> WithCommandAsync(
        string assembly, string output, string directory, IEnumerable<string> references)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [
            typeof(WasmCompiler).Assembly.Location, assembly, "--output", output,
            .. references.SelectMany(r => new[] { "--reference", r }),
            .. Options.FrameworkDirectories.SelectMany(d => new[] { "--framework", d })])
        {
            WorkingDirectory = directory,
        })!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return await File.ReadAllBytesAsync(output);
    }

    public static byte[] Module(CompilerOptions options) => new WasmCompiler(options).Compile().Module!;
}
