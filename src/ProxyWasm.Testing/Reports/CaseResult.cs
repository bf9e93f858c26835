namespace ProxyWasm.Testing.Reports;

/// <summary>What became of one test case.</summary>
/// <param name="Name">Name of the case; unique in its file.</param>
/// <param name="Failures">What was not as expected, in order; empty when the case passed.</param>
/// <param name="Logs">What the plugin logged, for a person who looks for the cause of a failure.</param>
/// <param name="Duration">Time that it took.</param>
public sealed record CaseResult(
    string Name, IReadOnlyList<string> Failures, IReadOnlyList<string> Logs, TimeSpan Duration)
{
    /// <summary>Whether everything was as expected.</summary>
    public bool Passed => Failures.Count == 0;
}
