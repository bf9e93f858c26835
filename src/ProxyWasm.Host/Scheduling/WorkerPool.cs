namespace ProxyWasm.Host.Scheduling;

/// <summary>All workers of a host, and the choice of one for a new stream.</summary>
internal sealed class WorkerPool
{
    private readonly Worker[] _workers;

    public WorkerPool(int count, Action<Exception> onDefect, WorkQueue queue)
    {
        _workers = new Worker[count];
        for (var i = 0; i < count; i++)
        {
            _workers[i] = new Worker(i, onDefect, queue);
        }
    }

    public int Count => _workers.Length;

    public Worker this[int index] => _workers[index];

    /// <summary>
    /// A worker that is free right now, beginning with the one of the current processor, whose caches are likely warm.
    /// </summary>
    public Worker Choose()
    {
        var first = Thread.GetCurrentProcessorId() % _workers.Length;
        for (var i = 0; i < _workers.Length; i++)
        {
            var worker = _workers[(first + i) % _workers.Length];
            if (!worker.IsBusy)
            {
                return worker;
            }
        }

        return _workers[first];
    }
}
