using ProxyWasm.Host.SharedData;

namespace ProxyWasm.Host.SharedQueues;

/// <summary>The queues of one <c>vm_id</c> by name. Thread-safe.</summary>
internal sealed class QueueNames(QueueTokens tokens)
{
    // Names cannot be taken back, so a loop over ever new names has to end somewhere.
    private const int MaxQueues = 1024;
    private const int MaxNameBytes = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<byte[], SharedQueue> _queues = new(ByteKeyComparer.Instance);

    public QueueBudget Budget { get; } = new();

    public SharedQueue? Find(ReadOnlySpan<byte> name)
    {
        lock (_gate)
        {
            return _queues.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var queue) ? queue : null;
        }
    }

    /// <summary>The queue of a name, made when it does not exist; null when there are too many.</summary>
    public SharedQueue? FindOrCreate(ReadOnlySpan<byte> name)
    {
        lock (_gate)
        {
            if (_queues.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(name, out var queue))
            {
                return queue;
            }

            if (_queues.Count >= MaxQueues || name.Length > MaxNameBytes)
            {
                return null;
            }

            queue = tokens.Create(name.ToArray(), Budget);
            _queues.Add(queue.Name, queue);
            return queue;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            foreach (var queue in _queues.Values)
            {
                tokens.Remove(queue);
            }

            _queues.Clear();
        }
    }
}
