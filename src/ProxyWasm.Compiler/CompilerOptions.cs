namespace ProxyWasm.Compiler;

/// <summary>What to compile and how.</summary>
public sealed record CompilerOptions
{
    /// <value>Path of the assembly whose exports are compiled.</value>
    public required string Assembly { get; init; }

    /// <value>Paths of the assemblies it refers to, apart from the base library.</value>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <value>Directories with the base library, searched in order. Default: the one beside the compiler.</value>
    public IReadOnlyList<string> FrameworkDirectories { get; init; } =
        [Path.Combine(AppContext.BaseDirectory, "base-library")];

    /// <value>Path of the compiler's runtime library. Default: beside the compiler.</value>
    public string RuntimeLibrary { get; init; } =
        Path.Combine(AppContext.BaseDirectory, "ProxyWasm.Compiler.Runtime.dll");

    /// <value>
    /// Whether function names are written for debuggers and traps, and exceptions tell through which methods they came.
    /// Default: no.
    /// </value>
    public bool WithNames { get; init; }

    /// <value>Whether methods are inlined and structures kept in registers. Default: yes.</value>
    public bool Optimise { get; init; } = true;

    /// <value>Whether static constructors run at build time where they can. Default: yes.</value>
    public bool Snapshot { get; init; } = true;

    /// <value>Whether members that cannot run raise <see cref="NotSupportedException"/> instead of failing the
    /// build. Default: no.</value>
    public bool AllowUnsupported { get; init; }

    /// <value>
    /// Whether the heap is collected after every exported call, which finds errors in the collector's information
    /// early. Default: no, only when enough has been allocated.
    /// </value>
    public bool CollectAlways { get; init; }

    /// <value>
    /// Bytes of stack for structures and variables whose address is taken; 4 KiB to 16 MiB. Default: 256 KiB.
    /// </value>
    public int StackBytes { get; init; } = 256 * 1024;

    /// <value>Most bytes of linear memory, a multiple of 64 KiB up to 2 GiB less 64 KiB. Default: 512 MiB.</value>
    public int MemoryLimitBytes { get; init; } = 512 * 1024 * 1024;

    /// <value>
    /// Name of an assembly of which every method is compiled that is not generic; for tests. A method on which the
    /// compiler fails raises <see cref="NotSupportedException"/> in the module. Default: null, only what is needed.
    /// </value>
    public string? AllMethodsOf { get; init; }

    /// <value>
    /// Additional static methods without parameters to export, as <c>Namespace.Type::Method</c>; for tests.
    /// </value>
    public IReadOnlyList<string> Exports { get; init; } = [];
}
