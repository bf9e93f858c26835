using Wildgate.Bench.Gateway;
using Wildgate.Bench.Measuring;
using Wildgate.Bench.Peers;

namespace Wildgate.Bench.Tests.Gateway;

public sealed class GatewayReportTests
{
    [Fact]
    public void Ratios_compare_measurements_of_the_same_round()
    {
        // The second round ran on a machine half as fast; the ratio of the peers stayed.
        var yarp = Result("yarp", 60, 120, 60);
        var nginx = Result("nginx", 30, 60, 90);

        Assert.Equal(0.5, nginx.RatioTo(yarp));
        Assert.Equal(1, yarp.RatioTo(yarp));
    }

    [Fact]
    public void A_row_has_the_median_the_spread_and_the_ratio()
    {
        var report = Report(Result("yarp", 60, 64, 80), Result("nginx", 30, 32, 40));

        var row = report.Rows().Last();

        Assert.Equal(
            ["nginx", "forward", "20,000", "32.0", "30.0 – 40.0", "0.50", "90 %", "5 %", "100", "200"], row);
        Assert.Equal(GatewayReport.Columns.Count, row.Count);
    }

    [Fact]
    public void Without_the_baseline_there_are_no_ratios() =>
        Assert.Equal("", Report(Result("nginx", 30)).Rows().Single()[5]);

    private static GatewayReport Report(params PeerResult[] peers) =>
        new(MachineFacts.Read(TimeProvider.System), new GatewayOptions(), peers, []);

    private static PeerResult Result(string name, params double[] cpu) =>
        new(name, PeerJob.Forward, "1.0", [.. cpu.Select(static microseconds =>
            new PeerRound(1000, 20_000, microseconds, 0.9, 0.05, 100, 200))]);
}
