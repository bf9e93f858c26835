using System.Collections.Concurrent;
using ProxyWasm.Host.Scheduling;

namespace ProxyWasm.Testing.Running;

/// <summary>
/// Work of the host that waits until somebody lets it run, first in, first out. So a test sees everything happen in one
/// order and on its own thread.
/// </summary>
internal sealed class PumpedQueue : WorkQueue
{
    // A plugin that notifies itself without end would keep the test busy for ever.
    private const int MaxItems = 100_000;

    private readonly ConcurrentQueue<IThreadPoolWorkItem> _items = new();

    /// <inheritdoc/>
    public override void Post(IThreadPoolWorkItem item, bool preferLocal) => _items.Enqueue(item);

    /// <inheritdoc/>
    public override Task CancelAsync(CancellationTokenSource source)
    {
        var cancellation = new Cancellation(source);
        _items.Enqueue(cancellation);
        return cancellation.Done;
    }

    /// <summary>Runs what waits, and what that work puts behind it; true when there was anything.</summary>
    /// <exception cref="InvalidOperationException">It does not come to an end.</exception>
    public bool RunAll()
    {
        var count = 0;
        while (RunNext())
        {
            if (++count > MaxItems)
            {
                throw new InvalidOperationException(
                    $"the plugin keeps the host busy without end: {MaxItems} notifications or callouts in one step. "
                    + "Look for a callback that sets off itself.");
            }
        }

        return count > 0;
    }

    /// <summary>Runs what has waited longest; false when nothing waits.</summary>
    public bool RunNext()
    {
        if (!_items.TryDequeue(out var item))
        {
            return false;
        }

        item.Execute();
        return true;
    }

    private sealed class Cancellation(CancellationTokenSource source) : IThreadPoolWorkItem
    {
        private readonly TaskCompletionSource _done = new();

        public Task Done => _done.Task;

        public void Execute()
        {
            source.Cancel();
            _done.SetResult();
        }
    }
}
