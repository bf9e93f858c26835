using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Differential.Compiling;
using ProxyWasm.Host.Engines.Wasmtime;
using Wasmtime;
using Module = Wasmtime.Module;

namespace Differential.Engines;

/// <summary>Runs modules in Wasmtime, in this process.</summary>
internal sealed class WasmtimeEngine : IEngine, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(0.5);

    private readonly Engine _engine = new(
        new Config().WithEpochInterruption(true).WithOptimizationLevel(OptimizationLevel.None));
    private readonly ConcurrentDictionary<CompiledModule, Lazy<Module>> _modules = [];
    private readonly Timer _ticker;
    private readonly ulong _patience;

    /// <summary>Starts an engine.</summary>
    /// <param name="patience">Longest time for one run.</param>
    public WasmtimeEngine(TimeSpan patience)
    {
        _patience = (ulong)(patience / Tick);
        ArithmeticSignals.HandleOnThreadStack();
        _ticker = new Timer(_ => _engine.IncrementEpoch(), null, Tick, Tick);
    }

    public void Dispose()
    {
        _ticker.Dispose();
        foreach (var module in _modules.Values)
        {
            module.Value.Dispose();
        }

        _engine.Dispose();
    }

    public string Run(CompiledModule module, string export, int times)
    {
        var code = _modules.GetOrAdd(module, m => new(() => Module.FromBytes(_engine, m.Name, m.Bytes))).Value;
        var output = new StringBuilder();
        using var linker = new Linker(_engine);
        using var store = new Store(_engine);
        store.SetEpochDeadline(_patience);
        Define(linker, output);
        var instance = linker.Instantiate(store, code);
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
            store.SetEpochDeadline(_patience);
            output.Append(Failure(instance)).Append('\n').Append(exception.Message);
        }

        return output.ToString();
    }

    private static void Define(Linker linker, StringBuilder output)
    {
        linker.DefineFunction("env", "write", (Caller caller, int address, int length) =>
        {
            output.Append(Text(caller.GetMemory("memory")!, address, length)).Append('\n');
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
    }

    // The message of the exception that left the export: a string object.
    private static string Failure(Instance instance)
    {
        var address = instance.GetFunction<int>(ProxyWasm.Compiler.WasmCompiler.FailureExport)!();
        var memory = instance.GetMemory("memory")!;
        return address == 0 ? "" : Text(memory, address + 8, memory.ReadInt32(address + 4));
    }

    private static string Text(Memory memory, int address, int length) =>
        new(MemoryMarshal.Cast<byte, char>(memory.GetSpan(address, length * sizeof(char))));
}
