using ProxyWasm.Testing.Reports;

namespace Wildgate.Cli.Output;

/// <summary>The JSON form of the results of <c>wild test</c>.</summary>
internal sealed record TestDocument(int Passed, int Failed, IReadOnlyList<TestDocument.FileBody> Files)
{
    public static TestDocument Of(IReadOnlyList<RunReport> reports) => new(
        reports.Sum(static report => report.Cases.Count(static result => result.Passed)),
        reports.Sum(static report => report.Cases.Count(static result => !result.Passed)),
        [.. reports.Select(static report => new FileBody(
            report.File,
            [.. report.Cases.Select(static result => new CaseBody(
                result.Name, result.Passed, result.Duration.TotalMilliseconds, result.Failures, result.Logs))],
            [.. report.Costs.Select(static cost => new CallbackBody(
                cost.Case,
                cost.Callback,
                cost.Calls,
                cost.Nanoseconds,
                cost.Median,
                cost.Percentile99,
                cost.Bytes))]))]);

    internal sealed record FileBody(
        string File, IReadOnlyList<CaseBody> Cases, IReadOnlyList<CallbackBody> Callbacks);

    internal sealed record CaseBody(
        string Name, bool Passed, double Milliseconds, IReadOnlyList<string> Failures, IReadOnlyList<string> Logs);

    internal sealed record CallbackBody(
        string Case,
        string Callback,
        long Calls,
        double Nanoseconds,
        double MedianNanoseconds,
        double Percentile99Nanoseconds,
        double Bytes);
}
