using Wildgate.Bench.Http;

namespace Wildgate.Bench.Load;

/// <summary>What a run of the load generator does.</summary>
internal sealed record LoadPlan
{
    /// <summary>Connections kept busy, one request at a time each.</summary>
    public const int DefaultConnections = 32;

    /// <summary>A run stops after so many failures: the rest would say the same.</summary>
    public const int FailureLimit = 100;

    public required LoadTarget Target { get; init; }

    public required RequestBytes Request { get; init; }

    public int Connections { get; init; } = DefaultConnections;

    /// <summary>No request begins after this time; <see cref="TimeSpan.MaxValue"/>: no limit.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.MaxValue;

    /// <summary>Requests to make, failed ones included.</summary>
    public long Requests { get; init; } = long.MaxValue;

    /// <summary>Longest time from the begin of a request to the last byte of its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    public IReadOnlyList<HeaderExpectation> ExpectedHeaders { get; init; } = [];

    /// <summary>Bytes every answer's body must have, or null.</summary>
    public long? ExpectedBodySize { get; init; }
}
