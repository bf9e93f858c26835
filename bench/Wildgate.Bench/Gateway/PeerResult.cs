using System.Text.Json.Serialization;
using Wildgate.Bench.Measuring;
using Wildgate.Bench.Peers;

namespace Wildgate.Bench.Gateway;

/// <summary>All measurements of one peer.</summary>
internal sealed record PeerResult(string Name, PeerJob Job, string Version, IReadOnlyList<PeerRound> Rounds)
{
    public Sample Of(Func<PeerRound, double> quantity) => new(Rounds.Select(quantity));

    /// <summary>Median share of the core that others used; null when not pinned.</summary>
    [JsonIgnore]
    public double? ForeignShare
    {
        get
        {
            var shares = Rounds.Select(static round => round.ForeignShare).OfType<double>().ToList();
            return shares.Count == 0 ? null : new Sample(shares).Median;
        }
    }

    /// <summary>CPU per request relative to another peer: median of the ratios within each round, because what disturbs
    /// a round disturbs both alike.</summary>
    public double RatioTo(PeerResult other) =>
        new Sample(Rounds.Zip(other.Rounds, static (mine, theirs) => mine.CpuMicroseconds / theirs.CpuMicroseconds))
            .Median;
}
