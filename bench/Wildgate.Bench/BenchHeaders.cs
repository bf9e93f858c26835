using Wildgate.Bench.Http;

namespace Wildgate.Bench;

/// <summary>
/// The headers by which a run proves that each proxy did its job on every single request. A proxy with the job counts
/// the request's headers into <see cref="Count"/> and sets <see cref="Mark"/> on the response; the upstream reports in
/// <see cref="Seen"/> whether the count arrived, with an answer of the same size either way.
/// </summary>
internal static class BenchHeaders
{
    /// <summary>Request header, value: number of request headers.</summary>
    public const string Count = "x-bench-count";

    /// <summary>Response header, value: <see cref="MarkValue"/>.</summary>
    public const string Mark = "x-bench-mark";

    public const string MarkValue = "1";

    /// <summary>Response header of the upstream: 1 when the request had <see cref="Count"/>, otherwise 0.</summary>
    public const string Seen = "x-bench-seen";

    /// <summary>What every answer of a proxy that only forwards must carry.</summary>
    public static IReadOnlyList<HeaderExpectation> OfForwarding { get; } = [new(Seen, "0")];

    /// <summary>What every answer of a proxy that does the job must carry.</summary>
    public static IReadOnlyList<HeaderExpectation> OfJob { get; } = [new(Mark, MarkValue), new(Seen, "1")];
}
