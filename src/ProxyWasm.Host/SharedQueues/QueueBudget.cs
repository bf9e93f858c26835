namespace ProxyWasm.Host.SharedQueues;

/// <summary>
/// What the queues of one <c>vm_id</c> may hold: the largest limits among the plugins that share it. Thread-safe.
/// </summary>
internal sealed class QueueBudget
{
    private int _items;
    private long _limitBytes;
    private long _usedBytes;

    /// <summary>Items in one queue.</summary>
    public int Items => Volatile.Read(ref _items);

    /// <summary>Only called under the lock of the partitions.</summary>
    public void Raise(PluginLimits limits)
    {
        Volatile.Write(ref _items, Math.Max(_items, limits.QueueItems));
        Volatile.Write(ref _limitBytes, Math.Max(_limitBytes, limits.QueueBytes));
    }

    /// <summary>Takes room for an item; false when all queues together have no room for it.</summary>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _usedBytes, bytes) <= Volatile.Read(ref _limitBytes))
        {
            return true;
        }

        Return(bytes);
        return false;
    }

    public void Return(int bytes) => Interlocked.Add(ref _usedBytes, -bytes);
}
