namespace ProxyWasm.Testing.Suites.Documents;

/// <summary>What a suite may be at most; far above any that a person writes.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of the suite, and of each file that it names.</summary>
    public const int FileBytes = 64 * 1024 * 1024;

    /// <summary>Messages and lists inside of each other.</summary>
    public const int Depth = 32;

    /// <summary>Values; counted again wherever an alias repeats them.</summary>
    public const int Nodes = 1_000_000;
}
