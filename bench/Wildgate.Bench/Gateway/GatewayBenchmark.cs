using System.Globalization;
using Wildgate.Bench.Measuring;
using Wildgate.Bench.Peers;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Gateway;

/// <summary>
/// CPU time per request of proxies. All peers run side by side, each in a process of its own on the proxies' core, and
/// one at a time gets load: first, second, third, first, second, third. A machine that is slow for a minute is thus
/// slow for every peer. Load generator (this process) and upstream share the other core.
/// </summary>
internal sealed class GatewayBenchmark(GatewayOptions options, TimeProvider time, Action<string> progress)
{
    /// <exception cref="BenchException">No peer is installed, one fails at its job, or a core is missing.</exception>
    public GatewayReport Run(IReadOnlyList<IProxyPeer> peers, CancellationToken cancellationToken)
    {
        var checks = peers.Select(static peer => (Peer: peer, Availability: peer.Check())).ToList();
        SkippedPeer[] skipped = [.. checks
            .Where(static check => check.Availability.Missing is not null)
            .Select(static check => new SkippedPeer(check.Peer.Name, check.Availability.Missing!))];
        var versions = checks
            .Where(static check => check.Availability.Version is not null)
            .ToDictionary(static check => check.Peer, static check => check.Availability.Version!);
        foreach (var peer in skipped)
        {
            progress($"{peer.Name} is skipped; to have it: {peer.Missing}");
        }

        if (versions.Count == 0)
        {
            throw new BenchException("None of the peers is installed.");
        }

        if (options.LoadCore is { } core)
        {
            Affinity.PinSelf(core);
        }

        var rounds = Measure([.. versions.Keys], cancellationToken);
        return new GatewayReport(
            MachineFacts.Read(time),
            options,
            [.. rounds.Select(of => new PeerResult(of.Key.Name, of.Key.Job, versions[of.Key], of.Value))],
            skipped);
    }

    private List<KeyValuePair<IProxyPeer, List<PeerRound>>> Measure(
        IReadOnlyList<IProxyPeer> peers, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var upstreamPort = FreePort.Find();
        using var upstream = new ChildProcess(
            ProcessCommand.Self("upstream", "--port", upstreamPort.ToString(CultureInfo.InvariantCulture))
                .PinnedTo(options.LoadCore));
        var running = new List<RunningPeer>();
        try
        {
            foreach (var peer in peers)
            {
                var site = new PeerSite(folder.Create(peer.Name), FreePort.Find(), upstreamPort);
                running.Add(new RunningPeer(peer, site, options, time));
                running[^1].WaitUntilReady(cancellationToken);
                progress($"{peer.Name} runs");
            }

            return RunRounds(running, cancellationToken);
        }
        finally
        {
            running.ForEach(static peer => peer.Dispose());
        }
    }

    private List<KeyValuePair<IProxyPeer, List<PeerRound>>> RunRounds(
        List<RunningPeer> running, CancellationToken cancellationToken)
    {
        foreach (var peer in running)
        {
            peer.Warm(options.WarmupRequests, cancellationToken);
            progress($"{peer.Peer.Name} is warm");
        }

        var results = running.ConvertAll(static peer => KeyValuePair.Create(peer.Peer, new List<PeerRound>()));
        for (var round = 1; round <= options.Rounds; round++)
        {
            for (var i = 0; i < running.Count; i++)
            {
                var measured = running[i].Measure(TimeSpan.FromSeconds(options.DurationSeconds), cancellationToken);
                results[i].Value.Add(measured);
                progress(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round}/{options.Rounds}: {running[i].Peer.Name} {measured.CpuMicroseconds:N1} µs"));
            }
        }

        return results;
    }
}
