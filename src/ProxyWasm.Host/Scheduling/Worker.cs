namespace ProxyWasm.Host.Scheduling;

/// <summary>
/// A serial executor, the counterpart of a worker thread in Envoy: every virtual machine and every stream belongs to
/// one worker, and at any moment at most one thread runs inside of it. No thread ever blocks to get in: who finds the
/// worker busy is queued, and the one that leaves hands the worker over.
/// </summary>
/// <remarks>Not re-entrant. First in, first out among those that wait.</remarks>
internal sealed class Worker(int index, Action<Exception> onDefect, WorkQueue queue)
{
    // A guest call takes about a microsecond: waiting that long is cheaper than a trip through the thread pool.
    private const int SpinRounds = 20;

    private readonly Lock _gate = new();
    private readonly Queue<IThreadPoolWorkItem> _waiting = new();
    private readonly Stack<WorkerTicket> _spareTickets = new();
    private bool _busy;

    public int Index { get; } = index;

    /// <summary>Whether somebody is inside; only a hint for choosing a worker.</summary>
    public bool IsBusy => Volatile.Read(ref _busy);

    /// <summary>Enters; completes synchronously when the worker is free. Pair with <see cref="Exit"/>.</summary>
    public ValueTask EnterAsync()
    {
        if (TryEnter())
        {
            return ValueTask.CompletedTask;
        }

        for (var round = 0; round < SpinRounds; round++)
        {
            Thread.SpinWait(10);
            if (!IsBusy && TryEnter())
            {
                return ValueTask.CompletedTask;
            }
        }

        return EnqueueTicket();
    }

    /// <summary>Enters if nobody is inside.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            if (_busy)
            {
                return false;
            }

            _busy = true;
            return true;
        }
    }

    /// <summary>Leaves, handing the worker to the next in line.</summary>
    public void Exit()
    {
        IThreadPoolWorkItem? next;
        lock (_gate)
        {
            if (!_waiting.TryDequeue(out next))
            {
                _busy = false;
                return;
            }
        }

        queue.Post(next, preferLocal: true);
    }

    /// <summary>Runs <paramref name="action"/> inside the worker later, never before this call returns.</summary>
    public void Post(Action action)
    {
        var job = new WorkerJob(this, action);
        lock (_gate)
        {
            if (_busy)
            {
                _waiting.Enqueue(job);
                return;
            }

            _busy = true;
        }

        queue.Post(job, preferLocal: false);
    }

    /// <summary>
    /// Reports an exception that left a posted job: a defect of the host, which must not end the process.
    /// </summary>
    internal void Report(Exception defect) => onDefect(defect);

    internal void Return(WorkerTicket ticket)
    {
        lock (_gate)
        {
            _spareTickets.Push(ticket);
        }
    }

    private ValueTask EnqueueTicket()
    {
        lock (_gate)
        {
            if (!_busy)
            {
                _busy = true;
                return ValueTask.CompletedTask;
            }

            if (!_spareTickets.TryPop(out var ticket))
            {
                ticket = new WorkerTicket(this);
            }

            _waiting.Enqueue(ticket);
            return ticket.AsValueTask();
        }
    }
}
