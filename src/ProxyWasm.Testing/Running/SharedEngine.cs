using System.Security.Cryptography;
using ProxyWasm.Host;
using ProxyWasm.Host.Engines;

namespace ProxyWasm.Testing.Running;

/// <summary>One engine for many hosts after each other, which compiles each module once.</summary>
internal sealed class SharedEngine : IDisposable
{
    private readonly WasmEngine _engine = PluginHost.CreateEngine();
    private readonly Dictionary<string, WasmCode> _codes = [];

    /// <summary>The engine for one host, who may dispose it.</summary>
    public WasmEngine Lend() => new Lent(this);

    public void Dispose()
    {
        foreach (var code in _codes.Values)
        {
            code.Dispose();
        }

        _engine.Dispose();
    }

    private WasmCode Compile(string name, ReadOnlyMemory<byte> code)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(code.Span));
        if (!_codes.TryGetValue(key, out var compiled))
        {
            compiled = _engine.Compile(name, code);
            _codes.Add(key, compiled);
        }

        return compiled;
    }

    private sealed class Lent(SharedEngine owner) : WasmEngine
    {
        public override WasmCode Compile(string name, ReadOnlyMemory<byte> code) =>
            new LentCode(owner.Compile(name, code));

        public override byte[] ConvertText(string text) => owner._engine.ConvertText(text);

        public override void Dispose()
        {
        }
    }

    private sealed class LentCode(WasmCode code) : WasmCode
    {
        public override WasmInstance Instantiate(InstanceLimits limits, Action<ImportTable> defineImports) =>
            code.Instantiate(limits, defineImports);

        public override void Dispose()
        {
        }
    }
}
