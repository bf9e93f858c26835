namespace ProxyWasm.Host.Modules.Binary;

/// <summary>
/// Bounds on what a description of a module may hold, so that a small file cannot make a big one. They are far above
/// what compilers produce, and not above what engines accept, except where a larger number has no use in a plugin.
/// </summary>
internal static class ParseLimits
{
    public const int Types = 1_000_000;
    public const int Functions = 1_000_000;
    public const int Imports = 100_000;
    public const int Exports = 100_000;
    public const int Tables = 10_000;
    public const int Memories = 100;
    public const int Globals = 1_000_000;
    public const int Tags = 1_000_000;
    public const int Segments = 1_000_000;
    public const int CustomSections = 10_000;
    public const int Parameters = 1_000;
    public const int Results = 1_000;
    public const int StructFields = 10_000;
    public const int Supertypes = 1;
    public const int NameBytes = 100_000;

    /// <summary>Pages of 64 KiB that a 32-bit address can reach.</summary>
    public const ulong Pages32 = 65_536;

    /// <summary>Pages of 64 KiB that a 64-bit address can reach.</summary>
    public const ulong Pages64 = 1UL << 48;
}
