using ProxyWasm.Host;
using ProxyWasm.Host.Engines;
using ProxyWasm.Testing.Running;

namespace ProxyWasm.Testing.Native;

/// <summary>
/// An engine that runs C# plugins where they are, without WebAssembly, so that a debugger steps through them. Other
/// code goes to the engine of the gateway, which is made when the first of it comes.
/// </summary>
/// <param name="shared">What has the engine of the gateway for several hosts; null for one of its own.</param>
internal sealed class NativeEngine(SharedEngine? shared) : WasmEngine
{
    private readonly List<NativePlugin> _plugins = [];
    private WasmEngine? _wasm;

    private WasmEngine Wasm => _wasm ??= shared?.Lend() ?? PluginHost.CreateEngine();

    /// <summary>Makes a plugin known.</summary>
    public void Add(NativePlugin plugin) => _plugins.Add(plugin);

    public override WasmCode Compile(string name, ReadOnlyMemory<byte> code)
    {
        foreach (var plugin in _plugins)
        {
            if (code.Span.SequenceEqual(plugin.Code.Span))
            {
                return plugin.ToCode();
            }
        }

        return Wasm.Compile(name, code);
    }

    public override byte[] ConvertText(string text) => Wasm.ConvertText(text);

    public override void Dispose() => _wasm?.Dispose();
}
