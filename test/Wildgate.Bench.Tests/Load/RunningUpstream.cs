using Wildgate.Bench.Load;
using Wildgate.Bench.Upstream;

namespace Wildgate.Bench.Tests.Load;

/// <summary>The benchmark's upstream on a thread of this process.</summary>
internal sealed class RunningUpstream : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly UpstreamServer _server = new(port: 0);
    private readonly Task _task;

    public RunningUpstream() => _task = Task.Factory.StartNew(
        () => _server.Run(_stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public LoadTarget Target => LoadTarget.Parse(Url);

    public string Url => $"http://{_server.EndPoint}/";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _task;
        _server.Dispose();
        _stop.Dispose();
    }
}
