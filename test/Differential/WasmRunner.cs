using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ProxyWasm.Compiler;
using ProxyWasm.Host.Engines.Wasmtime;
using Wasmtime;
using Module = Wasmtime.Module;

namespace Differential;

/// <summary>Compiles a program to a module and runs it in Wasmtime.</summary>
internal static class WasmRunner
{
    private static readonly Lazy<Engine> SharedEngine = new(CreateEngine);

    private static string BaseLibrary => typeof(WasmRunner).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "BaseLibrary").Value!;

    public static string Run(string program, int times, RunOptions options) =>
        Execute(Compile(program, options), $"{program}::Run", times);

    public static byte[] Compile(string program, RunOptions options)
    {
        var result = new WasmCompiler(new CompilerOptions
        {
            Assembly = ProgramCatalog.AssemblyPath,
            FrameworkDirectories = [Path.Combine(BaseLibrary, "lib", "net10.0"), Path.Combine(BaseLibrary, "native")],
            Exports = [$"{program}::Run"],
            WithNames = true,
            CollectAlways = options.CollectAlways,
            Optimise = options.Optimise,
        }).Compile();
        return result.Module ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(d => d.IsError)));
    }

    private static Engine CreateEngine()
    {
        var engine = new Engine();
        ArithmeticSignals.HandleOnThreadStack();
        return engine;
    }

    private static string Execute(byte[] bytes, string export, int times)
    {
        var output = new StringBuilder();
        using var module = Module.FromBytes(SharedEngine.Value, "program", bytes);
        using var linker = new Linker(SharedEngine.Value);
        using var store = new Store(SharedEngine.Value);
        linker.DefineFunction("env", "write", (Caller caller, int address, int length) =>
        {
            var span = caller.GetMemory("memory")!.GetSpan(address, length * sizeof(char));
            output.Append(Encoding.Unicode.GetString(span)).Append('\n');
        });
        linker.DefineFunction("wasi_snapshot_preview1", "random_get", (Caller caller, int address, int length) =>
        {
            RandomNumberGenerator.Fill(caller.GetMemory("memory")!.GetSpan(address, length));
            return 0;
        });
        linker.DefineFunction("wasi_snapshot_preview1", "clock_time_get", (Caller caller, int id, long precision, int address) =>
        {
            const int RealTime = 0;
            caller.GetMemory("memory")!.WriteInt64(address, id == RealTime
                ? (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick
                : TimeProvider.System.GetTimestamp());
            return 0;
        });
        var instance = linker.Instantiate(store, module);
        var run = instance.GetAction(export) ?? throw new InvalidOperationException($"no export {export}");
        try
        {
            for (var i = 0; i < times; i++)
            {
                run();
            }
        }
        catch (WasmtimeException exception)
        {
            output.Append(exception.Message);
        }

        return output.ToString();
    }
}
