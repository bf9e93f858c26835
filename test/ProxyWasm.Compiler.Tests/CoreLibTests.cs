using System.Diagnostics;
using Wasmtime;

namespace ProxyWasm.Compiler.Tests;

/// <summary>Every method of the base library's core that is not generic, whether anybody uses it or not.</summary>
public sealed class CoreLibTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_method_becomes_valid_code(bool optimise)
    {
        var result = new WasmCompiler(Compiling.Options with
        {
            AllMethodsOf = "System.Private.CoreLib", Optimise = optimise, Snapshot = optimise, AllowUnsupported = true,
        }).Compile();

        // Known failures are listed in the file, one a line; a fixed one has to leave it.
        var known = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "corelib-failures.txt"));
        Assert.Equal(known, result.Failures);
        using var engine = new Engine();
        Assert.Null(Wasmtime.Module.Validate(engine, result.Module!));
        Assert.Equal("true", await ValidateInNodeAsync(result.Module!));
    }

    private static async Task<string> ValidateInNodeAsync(byte[] module)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, module, TestContext.Current.CancellationToken);
            using var node = Process.Start(new ProcessStartInfo("node")
            {
                ArgumentList =
                {
                    "--print", "WebAssembly.validate(require('fs').readFileSync(process.argv[1]))", file,
                },
                RedirectStandardOutput = true,
            })!;
            var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return output.Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
