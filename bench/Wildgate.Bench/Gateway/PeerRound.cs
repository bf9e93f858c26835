namespace Wildgate.Bench.Gateway;

/// <summary>One measurement of one peer.</summary>
/// <param name="Requests">Answered requests.</param>
/// <param name="RequestsPerSecond">Answered requests per second of wall time.</param>
/// <param name="CpuMicroseconds">CPU time of all the peer's processes per request.</param>
/// <param name="CoreShare">CPU time of the peer by wall time; 1 is one core in full.</param>
/// <param name="ForeignShare">Time that somebody else kept the peer's core busy, by wall time; null when not
/// pinned.</param>
/// <param name="P50Microseconds">Latency that half of the requests stay within.</param>
/// <param name="P99Microseconds">Latency that 99 % of the requests stay within.</param>
internal sealed record PeerRound(
    long Requests,
    double RequestsPerSecond,
    double CpuMicroseconds,
    double CoreShare,
    double? ForeignShare,
    double P50Microseconds,
    double P99Microseconds);
