using System.Globalization;
using System.Text.Json.Serialization;
using Wildgate.Bench.Measuring;
using Wildgate.Bench.Peers;

namespace Wildgate.Bench.Gateway;

/// <summary>The result of the gateway benchmark.</summary>
internal sealed record GatewayReport(
    MachineFacts Machine,
    GatewayOptions Options,
    IReadOnlyList<PeerResult> Peers,
    IReadOnlyList<SkippedPeer> Skipped)
{
    [JsonIgnore]
    public static IReadOnlyList<string> Columns { get; } =
        ["peer", "job", "requests/s", "CPU µs/request", "spread", "x yarp", "core", "others", "p50 µs", "p99 µs"];

    /// <summary>One row of text per peer, in the order of <see cref="Columns"/>.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows()
    {
        var baseline = Peers.FirstOrDefault(static peer => peer.Name == PeerCatalog.BaselineName);
        return Peers.Select(peer => Row(peer, baseline));
    }

    private static string[] Row(PeerResult peer, PeerResult? baseline)
    {
        var cpu = peer.Of(static round => round.CpuMicroseconds);
        return
        [
            peer.Name,
            peer.Job switch
            {
                PeerJob.Answer => "answer",
                PeerJob.Forward => "forward",
                _ => "forward + headers",
            },
            Text(peer.Of(static round => round.RequestsPerSecond).Median, "N0"),
            Text(cpu.Median, "N1"),
            $"{Text(cpu.Min, "N1")} – {Text(cpu.Max, "N1")}",
            baseline is null ? "" : Text(peer.RatioTo(baseline), "N2"),
            Text(peer.Of(static round => round.CoreShare).Median, "P0"),
            peer.ForeignShare is { } share ? Text(share, "P0") : "",
            Text(peer.Of(static round => round.P50Microseconds).Median, "N0"),
            Text(peer.Of(static round => round.P99Microseconds).Median, "N0"),
        ];
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
