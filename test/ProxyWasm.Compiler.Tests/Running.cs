using System.Security.Cryptography;
using System.Text;
using Wasmtime;

namespace ProxyWasm.Compiler.Tests;

/// <summary>A compiled module in Wasmtime.</summary>
internal sealed class Running : IDisposable
{
    private readonly Engine _engine = new();
    private readonly Wasmtime.Module _module;
    private readonly Linker _linker;
    private readonly Store _store;

    public Running(byte[] module)
    {
        _module = Wasmtime.Module.FromBytes(_engine, "sample", module);
        _linker = new Linker(_engine);
        _store = new Store(_engine);
        _linker.DefineFunction("env", "twice", (int value) => value * 2);
        _linker.DefineFunction("wasi_snapshot_preview1", "random_get", (Caller caller, int address, int length) =>
        {
            RandomNumberGenerator.Fill(caller.GetMemory("memory")!.GetSpan(address, length));
            return 0;
        });
        Instance = _linker.Instantiate(_store, _module);
    }

    public Instance Instance { get; }

    public int MemoryBytes => (int)Instance.GetMemory("memory")!.GetLength();

    /// <summary>The message of the exception that left an exported method.</summary>
    public string Failure()
    {
        var address = Instance.GetFunction<int>(WasmCompiler.FailureExport)!();
        var memory = Instance.GetMemory("memory")!;
        return Encoding.Unicode.GetString(memory.GetSpan(address + 8, memory.ReadInt32(address + 4) * sizeof(char)));
    }

    public void Dispose()
    {
        _store.Dispose();
        _linker.Dispose();
        _module.Dispose();
        _engine.Dispose();
    }
}
