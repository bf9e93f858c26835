using ProxyWasm.Host.Engines;

namespace ProxyWasm.Testing.Native;

/// <summary>A C# assembly in the place of a compiled module.</summary>
internal sealed class NativeCode(NativePlugin plugin) : WasmCode
{
    public override WasmInstance Instantiate(InstanceLimits limits, Action<ImportTable> defineImports)
    {
        var imports = new NativeImports();
        defineImports(imports);
        return new NativeInstance(plugin, imports, limits.MemoryBytes);
    }

    public override void Dispose()
    {
    }
}
