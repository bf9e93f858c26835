using ProxyWasm.Abi;

namespace Wildgate.Cli.Testing;

/// <summary>What <c>wild test</c> was asked to do.</summary>
internal sealed record TestOptions
{
    /// <summary>Files of test cases; empty for those of the project.</summary>
    public required IReadOnlyList<TestFile> Files { get; init; }

    /// <summary>The project, when there are no files or no plugin.</summary>
    public required string Project { get; init; }

    /// <summary>The module; null for the one that the file names, or that the project builds to.</summary>
    public string? Plugin { get; init; }

    /// <summary>File with the plugin configuration; null for the one that the suite names.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>File for logs; null for the one that the suite names.</summary>
    public string? LogFile { get; init; }

    /// <summary>The least severe level that plugins log; null for the one that the suite names.</summary>
    public LogLevel? LogLevel { get; init; }

    /// <summary>Whether tests are run.</summary>
    public required bool RunTests { get; init; }

    /// <summary>Whether callbacks of cases marked as benchmarks are measured.</summary>
    public required bool RunBenchmarks { get; init; }

    /// <summary>Whether callbacks of all cases are measured.</summary>
    public required bool MeasureAll { get; init; }

    /// <summary>Streams beside a benchmark; null for what the suite says.</summary>
    public int? AdditionalStreams { get; init; }

    /// <summary>How many of them move on between rounds; null for what the suite says.</summary>
    public int? AdditionalStreamAdvanceRate { get; init; }

    /// <summary>Where to write a JUnit report; null for nowhere.</summary>
    public string? JUnitFile { get; init; }

    /// <summary>Where to write a JSON report; null for nowhere.</summary>
    public string? JsonFile { get; init; }
}
