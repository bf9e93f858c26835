namespace Wildgate.Bench.Peers;

/// <summary>All peers, in the order of the table.</summary>
internal static class PeerCatalog
{
    /// <summary>The peer that the ratios refer to.</summary>
    public const string BaselineName = "yarp";

    public static IReadOnlyList<IProxyPeer> All { get; } =
    [
        new DotnetPeer(BaselineName, PeerJob.Forward, isInline: false),
        new DotnetPeer("yarp-inline", PeerJob.Forward, isInline: true),
        new DotnetPeer("yarp-csharp", PeerJob.ForwardAndMark, isInline: false),
        new WildgatePeer("wildgate", PeerJob.Forward, isInline: false),
        new WildgatePeer("wildgate-wasm", PeerJob.ForwardAndMark, isInline: false),
        new WildgatePeer("wildgate-wasm-inline", PeerJob.ForwardAndMark, isInline: true),
        new NginxPeer(NginxScripting.None),
        new NginxPeer(NginxScripting.Lua),
        new NginxPeer(NginxScripting.JavaScript),
        new HaproxyPeer(withLua: false),
        new HaproxyPeer(withLua: true),
        new DotnetPeer("kestrel", PeerJob.Answer, isInline: false),
        new DotnetPeer("kestrel-inline", PeerJob.Answer, isInline: true),
    ];

    /// <summary>The peers with the given names in catalogue order; all without names.</summary>
    /// <exception cref="BenchException">A name is unknown.</exception>
    public static IReadOnlyList<IProxyPeer> Select(IReadOnlyCollection<string> names)
    {
        var unknown = names.FirstOrDefault(static name => All.All(peer => peer.Name != name));
        return unknown is null
            ? [.. All.Where(peer => names.Count == 0 || names.Contains(peer.Name))]
            : throw new BenchException(
                $"There is no peer '{unknown}'; there are {string.Join(", ", All.Select(static peer => peer.Name))}.");
    }
}
