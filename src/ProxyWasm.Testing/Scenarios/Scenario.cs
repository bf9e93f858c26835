using ProxyWasm.Testing.Scenarios.Steps;
using ProxyWasm.Testing.Suites;

namespace ProxyWasm.Testing.Scenarios;

/// <summary>One scenario: a plugin, services around it, and steps.</summary>
internal sealed record Scenario
{
    public required string Name { get; init; }

    public required SuitePlace Place { get; init; }

    /// <summary>The plugin configuration; null when neither scenario nor file has one.</summary>
    public ReadOnlyMemory<byte>? Configuration { get; init; }

    public string VmConfiguration { get; init; } = "";

    public string RootId { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    public bool FailOpen { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    /// <summary>What is logged or said when it does not start, as is expected; null when it starts.</summary>
    public TextMatcher? StartFailure { get; init; }

    /// <summary>Services by name of their cluster, with what they answer.</summary>
    public IReadOnlyList<ScriptedCluster> Upstreams { get; init; } = [];

    public required IReadOnlyList<ScenarioStep> Steps { get; init; }
}
