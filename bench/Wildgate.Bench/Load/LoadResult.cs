namespace Wildgate.Bench.Load;

/// <summary>What a run of the load generator saw.</summary>
/// <param name="Elapsed">From the first request's begin to the last answer's end.</param>
/// <param name="Completed">Answers with a 2xx status that met every expectation.</param>
/// <param name="BodyBytes">Body bytes of completed answers.</param>
/// <param name="Connects">Connections opened.</param>
/// <param name="Latencies">Durations of completed requests, connecting included where it was needed.</param>
/// <param name="Failures">Each reason with the number of requests it ended, commonest first.</param>
/// <param name="IsCutShort">The run stopped at <see cref="LoadPlan.FailureLimit"/>.</param>
internal sealed record LoadResult(
    TimeSpan Elapsed,
    long Completed,
    long BodyBytes,
    long Connects,
    LatencyHistogram Latencies,
    IReadOnlyList<KeyValuePair<string, long>> Failures,
    bool IsCutShort)
{
    public long Failed => Failures.Sum(static failure => failure.Value);

    public double RequestsPerSecond => Elapsed > TimeSpan.Zero ? Completed / Elapsed.TotalSeconds : 0;
}
