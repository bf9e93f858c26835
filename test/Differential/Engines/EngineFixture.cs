using Differential.Engines;

[assembly: AssemblyFixture(typeof(EngineFixture))]

namespace Differential.Engines;

/// <summary>The engines, one of each for all tests.</summary>
public sealed class EngineFixture : IDisposable
{
    // Far more than any program needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lazy<WasmtimeEngine> _wasmtime = new(() => new WasmtimeEngine(Patience));
    private readonly Lazy<NodeEngine> _node = new(() => new NodeEngine(Patience));

    internal IEngine Wasmtime => _wasmtime.Value;

    internal IEngine V8 => _node.Value;

    public void Dispose()
    {
        if (_wasmtime.IsValueCreated)
        {
            _wasmtime.Value.Dispose();
        }

        if (_node.IsValueCreated)
        {
            _node.Value.Dispose();
        }
    }
}
