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

    public static byte[] Module(CompilerOptions options) => new WasmCompiler(options).Compile().Module!;
}
