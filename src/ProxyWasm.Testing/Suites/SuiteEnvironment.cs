using ProxyWasm.Abi;

namespace ProxyWasm.Testing.Suites;

/// <summary>What a suite says about the plugin and its surroundings.</summary>
public sealed record SuiteEnvironment
{
    /// <summary>The module; empty when the suite names none.</summary>
    public string WasmPath { get; init; } = "";

    /// <summary>File with the plugin configuration; empty for none.</summary>
    public string ConfigPath { get; init; } = "";

    /// <summary>The least severe level that the plugin logs.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Info;

    /// <summary>File to which logs are appended; empty for none.</summary>
    public string LogPath { get; init; } = "";

    /// <summary>Where the clock stands, in seconds since 1970; 0 for the least time that guests bear.</summary>
    public long TimeSeconds { get; init; }

    /// <summary>Streams that are kept open beside a benchmark.</summary>
    public int AdditionalStreams { get; init; }

    /// <summary>How many of them are moved on between two rounds.</summary>
    public int AdditionalStreamAdvanceRate { get; init; }
}
