using System.Net;
using Wildgate.Bench.Load;
using Wildgate.Bench.Measuring;
using Wildgate.Bench.Peers;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Gateway;

/// <summary>A peer's process, ready for load.</summary>
internal sealed class RunningPeer : IDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(50);

    private readonly ChildProcess _process;
    private readonly LoadPlan _plan;
    private readonly GatewayOptions _options;
    private readonly TimeProvider _time;
    private ProcessTree? _tree;

    public RunningPeer(IProxyPeer peer, PeerSite site, GatewayOptions options, TimeProvider time)
    {
        Peer = peer;
        _options = options;
        _time = time;
        var target = new LoadTarget(new IPEndPoint(IPAddress.Loopback, site.Port), $"127.0.0.1:{site.Port}", "/");
        _plan = new LoadPlan
        {
            Target = target,
            Request = RequestBytes.Create(target, "GET", bodySize: 0, chunked: false),
            Connections = options.Connections,
            ExpectedBodySize = Upstream.UpstreamConnection.BodySize,
            ExpectedHeaders = peer.Job switch
            {
                PeerJob.Forward => BenchHeaders.OfForwarding,
                PeerJob.ForwardAndMark => BenchHeaders.OfJob,
                _ => [],
            },
        };
        _process = new ChildProcess(peer.Prepare(site).PinnedTo(options.ProxyCore));
    }

    public IProxyPeer Peer { get; }

    /// <summary>Waits until the peer answers and checks that it does its job.</summary>
    /// <exception cref="BenchException">The process ended, gave no 2xx answer in time, or does another job.</exception>
    public void WaitUntilReady(CancellationToken cancellationToken)
    {
        var probe = _plan with { Connections = 1, Requests = 1, Timeout = TimeSpan.FromSeconds(1) };
        var bareProbe = probe with { ExpectedHeaders = [], ExpectedBodySize = null };
        var startedAt = _time.GetTimestamp();
        while (new LoadGenerator(bareProbe, _time).Run(cancellationToken).Failures is [var failure, ..])
        {
            if (_process.Obituary is { } obituary)
            {
                throw new BenchException($"Peer {Peer.Name} has ended at its start with {obituary}");
            }

            if (_time.GetElapsedTime(startedAt) > StartTimeout)
            {
                throw new BenchException(
                    $"Peer {Peer.Name} did not answer within {StartTimeout.TotalSeconds} s: {failure.Key}.");
            }

            cancellationToken.WaitHandle.WaitOne(ProbeInterval);
        }

        Load(probe, cancellationToken);
        _tree = new ProcessTree(_process.Id);
    }

    /// <summary>Sends requests without measuring.</summary>
    /// <exception cref="BenchException">A request failed.</exception>
    public void Warm(int requests, CancellationToken cancellationToken) =>
        Load(_plan with { Requests = requests }, cancellationToken);

    /// <summary>Puts load on the peer and reads the CPU time it took.</summary>
    /// <exception cref="BenchException">A request failed or a process of the peer ended.</exception>
    public PeerRound Measure(TimeSpan duration, CancellationToken cancellationToken)
    {
        var tree = _tree ?? throw new InvalidOperationException($"Peer {Peer.Name} is not ready.");
        var coreBefore = ReadCore();
        var cpuBefore = tree.ReadProcessorTime();
        var result = Load(_plan with { Duration = duration }, cancellationToken);
        var cpu = tree.ReadProcessorTime() - cpuBefore;
        var core = ReadCore() - coreBefore;
        return new PeerRound(
            result.Completed,
            result.RequestsPerSecond,
            cpu.TotalMicroseconds / result.Completed,
            cpu / result.Elapsed,
            core is { } busy ? Math.Max(0, (busy - cpu) / result.Elapsed) : null,
            result.Latencies.Percentile(0.5).TotalMicroseconds,
            result.Latencies.Percentile(0.99).TotalMicroseconds);
    }

    public void Dispose() => _process.Dispose();

    private LoadResult Load(LoadPlan plan, CancellationToken cancellationToken)
    {
        var result = new LoadGenerator(plan, _time).Run(cancellationToken);
        return result.Failures is [var worst, ..]
            ? throw new BenchException(
                $"Peer {Peer.Name}: {result.Failed} of {result.Failed + result.Completed} requests failed: "
                + $"{worst.Key}.")
            : result;
    }

    private TimeSpan? ReadCore() => _options.ProxyCore is { } core ? CoreLoad.ReadBusy(core) : null;
}
