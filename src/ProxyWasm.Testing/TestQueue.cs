using System.Text;
using ProxyWasm.Host.SharedQueues;

namespace ProxyWasm.Testing;

/// <summary>A shared queue, seen by a test as by another plugin.</summary>
public sealed class TestQueue
{
    private readonly TestHost _host;
    private readonly SharedQueue _queue;

    internal TestQueue(TestHost host, SharedQueue queue)
    {
        _host = host;
        _queue = queue;
    }

    /// <summary>Number of items that nobody has taken.</summary>
    public int Count => _queue.Count;

    /// <summary>Puts an item in; who has registered the queue is told.</summary>
    public void Enqueue(string text) => Enqueue(Encoding.UTF8.GetBytes(text));

    /// <summary>Puts an item in; who has registered the queue is told.</summary>
    /// <exception cref="InvalidOperationException">The queue is full.</exception>
    public void Enqueue(ReadOnlyMemory<byte> item)
    {
        var outcome = EnqueueOutcome.Added;
        _host.Run(() => outcome = _queue.Enqueue(item.Span));
        if (outcome != EnqueueOutcome.Added)
        {
            throw new InvalidOperationException("the queue is full; the plugin does not take items out");
        }
    }

    /// <summary>Takes the oldest item out; null when there is none.</summary>
    public ReadOnlyMemory<byte>? Dequeue() => _queue.Dequeue() is { } item ? item : (ReadOnlyMemory<byte>?)null;
}
