namespace ProxyWasm.Host.Engines;

/// <summary>A compiled module; immutable, shared by all instances.</summary>
internal abstract class WasmCode : IDisposable
{
    /// <summary>
    /// Creates an instance with its own memory and runs the start section. <paramref name="defineImports"/> is asked
    /// to provide every function that the module imports.
    /// </summary>
    /// <exception cref="EngineException">Linking failed or memory exceeds the limit.</exception>
    /// <exception cref="GuestTrapException">The start section trapped.</exception>
    public abstract WasmInstance Instantiate(InstanceLimits limits, Action<ImportTable> defineImports);

    public abstract void Dispose();
}
