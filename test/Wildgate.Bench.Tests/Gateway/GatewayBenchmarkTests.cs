using Wildgate.Bench.Gateway;
using Wildgate.Bench.Peers;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Tests.Gateway;

public sealed class GatewayBenchmarkTests
{
    private static readonly GatewayOptions Quick = new()
    {
        Rounds = 2,
        DurationSeconds = 0.05,
        WarmupRequests = 10,
    };

    [Fact]
    public void Peers_run_their_rounds_and_missing_ones_are_named_with_their_package()
    {
        var report = Run(
            new DotnetPeer("yarp", PeerJob.Forward, isInline: false),
            new DotnetPeer("marking", PeerJob.ForwardAndMark, isInline: true),
            new AbsentPeer());

        Assert.Equal(new[] { "yarp", "marking" }, report.Peers.Select(static peer => peer.Name));
        Assert.All(report.Peers, static peer => Assert.Equal(2, peer.Rounds.Count));
        Assert.All(
            report.Peers.SelectMany(static peer => peer.Rounds), static round => Assert.True(round.Requests > 0));
        Assert.Equal(new SkippedPeer("absent", "apt-get install absent"), Assert.Single(report.Skipped));
    }

    [Fact]
    public void A_peer_that_ends_at_its_start_is_reported_with_what_it_said()
    {
        var error = Assert.Throws<BenchException>(
            () => Run(new SubstitutePeer(PeerJob.Forward, _ => ProcessCommand.Self("no-such-command"))));

        Assert.Contains("substitute has ended at its start with exit code 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("no-such-command", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(PeerJob.Forward), nameof(PeerJob.ForwardAndMark), "answer without header 'x-bench-seen: 0'")]
    [InlineData(nameof(PeerJob.ForwardAndMark), nameof(PeerJob.Forward), "answer without header 'x-bench-mark: 1'")]
    [InlineData(nameof(PeerJob.Forward), nameof(PeerJob.Answer), "answer without header 'x-bench-seen: 0'")]
    public void A_peer_that_does_another_job_than_it_says_is_refused(string said, string done, string reason)
    {
        var honest = new DotnetPeer("honest", Enum.Parse<PeerJob>(done), isInline: false);

        var error = Assert.Throws<BenchException>(
            () => Run(new SubstitutePeer(Enum.Parse<PeerJob>(said), honest.Prepare)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_peer_there_is_nothing_to_measure() =>
        Assert.Throws<BenchException>(() => Run(new AbsentPeer()));

    [Fact]
    public void An_unknown_peer_name_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<BenchException>(() => PeerCatalog.Select(["nginx", "apache"]));

        Assert.Contains("'apache'", error.Message, StringComparison.Ordinal);
        Assert.Contains("haproxy-lua", error.Message, StringComparison.Ordinal);
    }

    private static GatewayReport Run(params IProxyPeer[] peers) =>
        new GatewayBenchmark(Quick, TimeProvider.System, static _ => { }).Run(
            peers, TestContext.Current.CancellationToken);

    private sealed class AbsentPeer : IProxyPeer
    {
        public string Name => "absent";

        public PeerJob Job => PeerJob.Forward;

        public PeerAvailability Check() => PeerAvailability.OfProgram("no-such-proxy", "-v", "absent");

        public ProcessCommand Prepare(PeerSite site) => throw new InvalidOperationException("An absent peer ran.");
    }

    private sealed class SubstitutePeer(PeerJob job, Func<PeerSite, ProcessCommand> prepare) : IProxyPeer
    {
        public string Name => "substitute";

        public PeerJob Job => job;

        public PeerAvailability Check() => PeerAvailability.Present("1.0");

        public ProcessCommand Prepare(PeerSite site) => prepare(site);
    }
}
