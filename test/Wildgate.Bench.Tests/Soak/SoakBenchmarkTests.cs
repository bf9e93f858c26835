using Wildgate.Bench.Soak;

namespace Wildgate.Bench.Tests.Soak;

public sealed class SoakBenchmarkTests
{
    [Fact]
    public async Task No_request_fails_while_the_plugin_is_reloaded_under_load()
    {
        var options = new SoakOptions
        {
            Duration = TimeSpan.FromSeconds(3),
            ReloadInterval = TimeSpan.FromMilliseconds(300),
            ReportInterval = TimeSpan.FromSeconds(1),
            Connections = 8,
        };
        var reports = new List<SoakResult>();

        var result = await new SoakBenchmark(options, reports.Add).RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, result.Failed);
        Assert.True(result.Completed > 0);
        Assert.True(result.Reloads > 0);
        Assert.Equal(result.Completed, result.Counted);
        Assert.Equal(result, reports[^1]);
        Assert.True(reports.Count >= 3, $"{reports.Count} reports in 3 seconds");
    }
}
