namespace ProxyWasm.Compiler.Emitting;

/// <summary>What an instruction does beside computing its result.</summary>
[Flags]
internal enum Effects
{
    None = 0,
    Reads = 1,
    Writes = 2,

    /// <summary>Control may go elsewhere, or the program may stop.</summary>
    Leaves = 4,
}
