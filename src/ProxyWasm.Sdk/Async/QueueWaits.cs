namespace ProxyWasm.Sdk.Async;

/// <summary>Who waits for which queue; the longest wait is served first.</summary>
internal sealed class QueueWaits
{
    private readonly List<DequeueOperation> _waiting = [];

    public void Add(DequeueOperation operation) => _waiting.Add(operation);

    public void Remove(DequeueOperation operation) => _waiting.Remove(operation);

    /// <summary>Something may be in a queue: another machine may have been faster.</summary>
    public void Wake(int queueId)
    {
        for (var i = 0; i < _waiting.Count;)
        {
            var operation = _waiting[i];
            if (operation.QueueId != queueId)
            {
                i++;
                continue;
            }

            if (!operation.TryTake())
            {
                return;
            }

            // What goes on may wait anew, or end what waits too.
            _waiting.RemoveAt(i);
            operation.Complete();
            i = 0;
        }
    }
}
