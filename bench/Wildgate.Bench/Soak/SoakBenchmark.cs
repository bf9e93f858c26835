using Wildgate.Bench.Load;
using Wildgate.Bench.Upstream;

namespace Wildgate.Bench.Soak;

/// <summary>
/// A gateway under full load for a long time, whose plugin does a callout, a shared count and a metric per request and
/// is reloaded every few seconds. No request may fail and memory must not grow without end.
/// </summary>
internal sealed class SoakBenchmark(SoakOptions options, Action<SoakResult> onReport)
{
    /// <summary>Runs to the end, or until 100 requests have failed.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<SoakResult> RunAsync(CancellationToken cancellationToken)
    {
        using var stop = new CancellationTokenSource();
        using var upstream = new UpstreamServer(port: 0);
        var serving = Task.Factory.StartNew(
            () => upstream.Run(stop.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        try
        {
            await using var gateway = await SoakGateway.StartAsync(upstream.EndPoint.Port);
            return await RunAsync(gateway, cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await serving;
        }
    }

    private async Task<SoakResult> RunAsync(SoakGateway gateway, CancellationToken cancellationToken)
    {
        using var loadIsOver = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reloading = gateway.Plugin.ReloadAsync(options.ReloadInterval, loadIsOver.Token);
        var result = new SoakResult(TimeSpan.Zero, 0, 0, 0, gateway.ReadCount(), Environment.WorkingSet);
        onReport(result);
        while (result.Elapsed < options.Duration && result.Failed < LoadPlan.FailureLimit)
        {
            var load = await LoadAsync(gateway, options.Duration - result.Elapsed, cancellationToken);
            result = new SoakResult(
                result.Elapsed + load.Elapsed,
                result.Completed + load.Completed,
                result.Failed + load.Failed,
                gateway.Plugin.Reloads,
                gateway.ReadCount(),
                Environment.WorkingSet);
            onReport(result);
        }

        await loadIsOver.CancelAsync();
        await reloading;
        return result;
    }

    private Task<LoadResult> LoadAsync(SoakGateway gateway, TimeSpan left, CancellationToken cancellationToken)
    {
        var target = LoadTarget.Parse(gateway.Url);
        var plan = new LoadPlan
        {
            Target = target,
            Request = RequestBytes.Create(target, "GET", bodySize: 0, chunked: false),
            Connections = options.Connections,
            Duration = left < options.ReportInterval ? left : options.ReportInterval,
            ExpectedBodySize = UpstreamConnection.BodySize,
        };
        return Task.Factory.StartNew(
            () => new LoadGenerator(plan, TimeProvider.System).Run(cancellationToken),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }
}
