namespace ProxyWasm.Testing.Scenarios;

/// <summary>A service that the plugin can call.</summary>
/// <param name="Name">Name of the cluster.</param>
/// <param name="IsAvailable">Whether it has an endpoint.</param>
/// <param name="Rules">What it answers; the first that fits counts.</param>
internal sealed record ScriptedCluster(string Name, bool IsAvailable, IReadOnlyList<ScriptedRule> Rules);
