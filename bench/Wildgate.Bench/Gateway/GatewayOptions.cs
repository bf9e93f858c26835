using Wildgate.Bench.Load;

namespace Wildgate.Bench.Gateway;

/// <summary>How the gateway benchmark runs.</summary>
internal sealed record GatewayOptions
{
    public int Rounds { get; init; } = 5;

    /// <summary>Length of one measurement of one peer.</summary>
    public double DurationSeconds { get; init; } = 3;

    /// <summary>Requests to each peer before the first round, so that compilers have settled. A number and not a time:
    /// on a busy machine a compiler in the background gets as little done as the peer.</summary>
    public int WarmupRequests { get; init; } = 100_000;

    public int Connections { get; init; } = LoadPlan.DefaultConnections;

    /// <summary>Core of the proxies; null: not pinned.</summary>
    public int? ProxyCore { get; init; }

    /// <summary>Core of load generator and upstream; null: not pinned.</summary>
    public int? LoadCore { get; init; }
}
