namespace ProxyWasm.Testing.Reports;

/// <summary>What became of the test cases of one file.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Cases">Its cases, in order.</param>
/// <param name="Costs">What callbacks cost; empty without a benchmark.</param>
public sealed record RunReport(string File, IReadOnlyList<CaseResult> Cases, IReadOnlyList<CallbackCost> Costs)
{
    /// <summary>Whether all cases passed.</summary>
    public bool Passed => Cases.All(@case => @case.Passed);
}
