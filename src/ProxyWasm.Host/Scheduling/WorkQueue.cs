namespace ProxyWasm.Host.Scheduling;

/// <summary>
/// Where work goes that nobody waits for on a thread: the next in line of a worker, the network part of a callout. A
/// test host puts its own in the place of the thread pool, so that everything happens in one order.
/// </summary>
internal abstract class WorkQueue
{
    /// <summary>The thread pool.</summary>
    public static WorkQueue ThreadPool { get; } = new ThreadPoolQueue();

    /// <summary>Runs <paramref name="item"/> later, never before this call returns.</summary>
    public abstract void Post(IThreadPoolWorkItem item, bool preferLocal);

    /// <summary>Cancels later: what is registered with the source does not run before this call returns.</summary>
    public abstract Task CancelAsync(CancellationTokenSource source);

    private sealed class ThreadPoolQueue : WorkQueue
    {
        public override void Post(IThreadPoolWorkItem item, bool preferLocal) =>
            System.Threading.ThreadPool.UnsafeQueueUserWorkItem(item, preferLocal);

        public override Task CancelAsync(CancellationTokenSource source) => source.CancelAsync();
    }
}
