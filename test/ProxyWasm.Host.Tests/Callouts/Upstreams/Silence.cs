namespace ProxyWasm.Host.Tests.Callouts.Upstreams;

/// <summary>A server that does not answer and notices when the caller gives up.</summary>
internal sealed class Silence : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HttpUpstream Upstream { get; private set; } = null!;

    public Task Arrived => _arrived.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public Task Aborted => _aborted.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public static async Task<Silence> StartAsync()
    {
        var silence = new Silence();
        silence.Upstream = await HttpUpstream.StartAsync(async context =>
        {
            await using var registration = context.RequestAborted.Register(() => silence._aborted.TrySetResult());
            silence._arrived.TrySetResult();
            await silence._aborted.Task;
        });
        return silence;
    }

    public ValueTask DisposeAsync()
    {
        _aborted.TrySetResult();
        return Upstream.DisposeAsync();
    }
}
