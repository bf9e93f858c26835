namespace ProxyWasm.Host.Engines;

/// <summary>
/// The seam between the host and a WebAssembly engine: compile once, instantiate per virtual machine, call exports.
/// Everything above this folder is engine-neutral.
/// </summary>
internal abstract class WasmEngine : IDisposable
{
    /// <summary>Compiles a core module that has already passed the host's own checks.</summary>
    /// <exception cref="EngineException">The engine rejects the code.</exception>
    public abstract WasmCode Compile(string name, ReadOnlyMemory<byte> code);

    /// <summary>Translates the WebAssembly text format to binary, for tests and samples.</summary>
    /// <exception cref="EngineException">The text is not well-formed.</exception>
    public abstract byte[] ConvertText(string text);

    public abstract void Dispose();
}
