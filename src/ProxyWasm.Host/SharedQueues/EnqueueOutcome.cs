namespace ProxyWasm.Host.SharedQueues;

/// <summary>What became of an item.</summary>
internal enum EnqueueOutcome
{
    /// <summary>It is in the queue.</summary>
    Added,

    /// <summary>The queue is full; so it was before.</summary>
    Dropped,

    /// <summary>The queue is full for the first time.</summary>
    DroppedFirst,
}
