namespace ProxyWasm.Testing.Suites;

/// <summary>What a phase is expected to have done.</summary>
internal sealed record SuiteExpectation
{
    public static SuiteExpectation None { get; } = new();

    /// <summary>Headers that must be present with exactly this value.</summary>
    public IReadOnlyList<(string Name, byte[] Value)> HasHeader { get; init; } = [];

    /// <summary>Headers that must be absent.</summary>
    public IReadOnlyList<string> NoHeader { get; init; } = [];

    /// <summary>Patterns for lines <c>name: value</c>.</summary>
    public IReadOnlyList<SuiteMatcher> Headers { get; init; } = [];

    /// <summary>Patterns for the body.</summary>
    public IReadOnlyList<SuiteMatcher> Body { get; init; } = [];

    /// <summary>The local response; null when there must be none.</summary>
    public ImmediateExpectation? Immediate { get; init; }

    /// <summary>Patterns for lines of the log.</summary>
    public IReadOnlyList<SuiteMatcher> Log { get; init; } = [];
}
