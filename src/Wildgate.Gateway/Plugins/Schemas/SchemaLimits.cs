namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>What a comparison with a schema may cost; far above what real ones need.</summary>
internal static class SchemaLimits
{
    /// <summary>Objects and lists inside of each other, in the schema and in the configuration.</summary>
    public const int Depth = 64;

    /// <summary>Schemas inside of each other, references included.</summary>
    public const int Nesting = 256;

    /// <summary>Values, keywords and names that are looked at.</summary>
    public const int Steps = 2_000_000;

    /// <summary>Faults that are told.</summary>
    public const int Faults = 20;

    /// <summary>Characters of a regular expression.</summary>
    public const int PatternLength = 1000;

    /// <summary>Different regular expressions.</summary>
    public const int Patterns = 100;
}
