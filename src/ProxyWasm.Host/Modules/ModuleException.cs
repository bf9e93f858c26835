namespace ProxyWasm.Host.Modules;

/// <summary>
/// A file is not a WebAssembly module that can be read, or not a Proxy-Wasm plugin that this host can run. The message
/// says what is wrong, where, and what to do; it is safe to print, whatever the file contains.
/// </summary>
public sealed class ModuleException : Exception
{
    internal ModuleException(ModuleProblem problem, int? offset = null)
        : base(problem.ToString())
    {
        Problem = problem;
        Offset = offset;
    }

    /// <summary>What is wrong and what to do about it.</summary>
    public ModuleProblem Problem { get; }

    /// <summary>Stable identifier of the kind of error, for example <c>PW1002</c>.</summary>
    public string Id => Problem.Id;

    /// <summary>Offset in bytes from the start of the file, or null when the error has no single place.</summary>
    public int? Offset { get; }
}
