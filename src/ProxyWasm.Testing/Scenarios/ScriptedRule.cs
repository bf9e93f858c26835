namespace ProxyWasm.Testing.Scenarios;

/// <summary>What a service answers to certain calls.</summary>
/// <param name="Path">The path that is asked for; null for any.</param>
/// <param name="Delay">Time before the answer.</param>
/// <param name="Answer">The answer; null for none.</param>
internal sealed record ScriptedRule(string? Path, TimeSpan Delay, ScriptedAnswer? Answer);
