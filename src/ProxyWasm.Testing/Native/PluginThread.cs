using System.Collections.Concurrent;

namespace ProxyWasm.Testing.Native;

/// <summary>
/// The one thread of a plugin: continuations of tasks run before control goes back to the host, as they do in a module,
/// and not on the thread pool beside it.
/// </summary>
internal sealed class PluginThread : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Work, object? State)> _queue = new();

    public override void Post(SendOrPostCallback d, object? state) => _queue.Enqueue((d, state));

    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Begins a callback of the plugin.</summary>
    public Call Begin()
    {
        var call = new Call(this, Current);
        SetSynchronizationContext(this);
        return call;
    }

    /// <summary>A callback of the plugin; what it has queued runs with <see cref="Finish"/>.</summary>
    internal readonly struct Call(PluginThread thread, SynchronizationContext? before) : IDisposable
    {
        public void Finish()
        {
            while (thread._queue.TryDequeue(out var item))
            {
                item.Work(item.State);
            }
        }

        public void Dispose() => SetSynchronizationContext(before);
    }
}
