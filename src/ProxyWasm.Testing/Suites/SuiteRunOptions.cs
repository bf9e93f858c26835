using ProxyWasm.Abi;

namespace ProxyWasm.Testing.Suites;

/// <summary>How a suite is run, beside what it says itself.</summary>
public sealed record SuiteRunOptions
{
    /// <summary>The least severe level that the plugin logs; null for what the suite says.</summary>
    public LogLevel? LogLevel { get; init; }

    /// <summary>Gets each line that the plugin logs, and a line before and after each case; null for nobody.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>Streams that are kept open beside a benchmark; null for what the suite says.</summary>
    public int? AdditionalStreams { get; init; }

    /// <summary>
    /// How many of them are moved on between two rounds; null for what the suite says, and without that 3.
    /// </summary>
    public int? AdditionalStreamAdvanceRate { get; init; }

    /// <summary>How long each benchmark goes on.</summary>
    /// <value>Default half a second.</value>
    public TimeSpan BenchmarkTime { get; init; } = TimeSpan.FromMilliseconds(500);
}
