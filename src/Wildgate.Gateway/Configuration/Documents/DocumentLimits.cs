namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>What a configuration may cost to read, whoever wrote it.</summary>
internal static class DocumentLimits
{
    /// <summary>The largest text: room for an inlined module of several megabytes in base64.</summary>
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>The deepest nesting, which is also what protobuf parsers allow.</summary>
    public const int Depth = 100;

    /// <summary>The most nodes, each alias counted with everything it stands for.</summary>
    public const long Nodes = 250_000;

    /// <summary>The most characters in scalars, each alias counted with everything it stands for.</summary>
    public const long Characters = 2L * Bytes;
}
