namespace Wildgate.Bench.Peers;

/// <summary>Whether a peer can run here.</summary>
/// <param name="Version">Its version, when it can.</param>
/// <param name="Missing">What to do to have it, when it cannot.</param>
internal sealed record PeerAvailability(string? Version, string? Missing)
{
    public static PeerAvailability Present(string version) => new(version, null);

    public static PeerAvailability Absent(string remedy) => new(null, remedy);
}
