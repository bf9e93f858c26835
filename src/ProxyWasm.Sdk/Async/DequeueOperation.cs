using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Async;

/// <summary>The next thing in a queue, to be awaited.</summary>
public sealed class DequeueOperation : PendingOperation
{
    private byte[]? _value;

    internal DequeueOperation(int queueId)
    {
        QueueId = queueId;
        if (IsCompleted)
        {
            return;
        }

        if (TryTake())
        {
            Complete();
        }
        else
        {
            Instance.Queues.Add(this);
        }
    }

    internal int QueueId { get; }

    /// <summary>For the compiler.</summary>
    public DequeueOperation GetAwaiter() => this;

    /// <summary>What was first in the queue; null when the host has no such queue.</summary>
    /// <exception cref="OperationCanceledException">The stream or plugin has ended before.</exception>
    public byte[]? GetResult()
    {
        ThrowUnlessCompleted();
        return _value;
    }

    /// <summary>Takes what is first.</summary>
    /// <returns>Whether the wait is over.</returns>
    internal bool TryTake()
    {
        var status = Hostcalls.DequeueSharedQueue(QueueId, out var value);
        _value = status == Status.Ok ? value.ToArray() : null;
        return status != Status.Empty;
    }

    private protected override void OnCancelled() => Instance.Queues.Remove(this);
}
