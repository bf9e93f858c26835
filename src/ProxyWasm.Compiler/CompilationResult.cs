using ProxyWasm.Compiler.Diagnostics;

namespace ProxyWasm.Compiler;

/// <summary>What a compilation produced.</summary>
/// <param name="Module">The bytes of the module; null when there are errors.</param>
/// <param name="Diagnostics">Members that cannot run, with where the program uses them.</param>
public sealed record CompilationResult(byte[]? Module, IReadOnlyList<CompilerDiagnostic> Diagnostics)
{
    /// <value>
    /// The methods on which the compiler failed, with how, in alphabetical order; empty unless
    /// <see cref="CompilerOptions.AllMethodsOf"/> let it go on.
    /// </value>
    public IReadOnlyList<string> Failures { get; init; } = [];

    /// <value>What the bytes of the module are; null when there is none.</value>
    internal SizeReport? Sizes { get; init; }
}
