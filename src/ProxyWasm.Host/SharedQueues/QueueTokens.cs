using System.Collections.Concurrent;

namespace ProxyWasm.Host.SharedQueues;

/// <summary>All queues of a host by token. Whoever knows a token may use the queue. Thread-safe.</summary>
internal sealed class QueueTokens
{
    private readonly ConcurrentDictionary<uint, SharedQueue> _queues = new();
    private uint _last;

    public SharedQueue? Find(uint token) => _queues.GetValueOrDefault(token);

    /// <summary>Makes a queue; tokens begin at 1, and those in use are skipped after a wrap-around.</summary>
    public SharedQueue Create(byte[] name, QueueBudget budget)
    {
        while (true)
        {
            var token = Interlocked.Increment(ref _last);
            var queue = new SharedQueue(token, name, budget);
            if (token != 0 && _queues.TryAdd(token, queue))
            {
                return queue;
            }
        }
    }

    public void Remove(SharedQueue queue) => _queues.TryRemove(queue.Token, out _);
}
