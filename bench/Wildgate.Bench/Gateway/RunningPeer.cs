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
    private readonly int? _core;
    private readonly TimeProvider _time;
    private ProcessTree? _tree;

    public RunningPeer(IProxyPeer peer, PeerSite site, GatewayOptions options, TimeProvider time)
    {
        Peer = peer;
        _core = options.ProxyCore;
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

    /// <summary>Waits for the first answer as it should be.</summary>
    /// <exception cref="BenchException">The process ended, or it gave no such answer in time.</exception>
    public void WaitUntilReady(CancellationToken cancellationToken)
    {
        var probe = _plan with { Connections = 1, Requests = 1, Timeout = TimeSpan.FromSeconds(1) };
        var startedAt = _time.GetTimestamp();
        while (true)
        {
            var result = new LoadGenerator(probe, _time).Run(cancellationToken);
            if (_process.Obituary is { } obituary)
            {
                throw new BenchException($"Peer {Peer.Name} has ended at its start with {obituary}");
            }

            if (result.Completed == 1)
            {
                _tree = new ProcessTree(_process.Id);
                return;
            }

            if (_time.GetElapsedTime(startedAt) > StartTimeout)
            {
                throw new BenchException(
                    $"Peer {Peer.Name} gave no good answer within {StartTimeout.TotalSeconds} s: "
                    + $"{result.Failures[0].Key}.");
            }

            cancellationToken.WaitHandle.WaitOne(ProbeInterval);
        }
    }

    /// <summary>Puts load on the peer and reads the CPU time it took.</summary>
    /// <exception cref="BenchException">A request failed or a process of the peer ended.</exception>
    public PeerRound Measure(TimeSpan duration, CancellationToken cancellationToken)
    {
        var tree = _tree ?? throw new InvalidOperationException($"Peer {Peer.Name} is not ready.");
        var generator = new LoadGenerator(_plan with { Duration = duration }, _time);
        var coreBefore = ReadCore();
        var cpuBefore = tree.ReadProcessorTime();
        var result = generator.Run(cancellationToken);
        var cpu = tree.ReadProcessorTime() - cpuBefore;
        var core = ReadCore() - coreBefore;
        if (result.Failures is [var worst, ..])
        {
            throw new BenchException(
                $"Peer {Peer.Name}: {result.Failed} of {result.Failed + result.Completed} requests failed: {worst.Key}.");
        }

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

    private TimeSpan? ReadCore() => _core is { } core ? CoreLoad.ReadBusy(core) : null;
}
