using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Scheduling;

namespace ProxyWasm.Host.SharedQueues;

/// <summary>
/// A queue of byte strings between virtual machines. Each item tells the plugin that registered last, on its own worker
/// and never inline. Thread-safe.
/// </summary>
/// <remarks>
/// At most one notification is on its way to a worker; the others are a number. So a consumer that is slow, or does not
/// dequeue, costs no memory beyond the items.
/// </remarks>
internal sealed class SharedQueue
{
    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _items = new();
    private readonly QueueBudget _budget;
    private readonly Action _notify;
    private RootContext? _listener;
    private Worker? _postedTo;
    private int _unannounced;
    private bool _hasDropped;

    public SharedQueue(uint token, byte[] name, QueueBudget budget)
    {
        Token = token;
        Name = name;
        _budget = budget;
        _notify = Notify;
    }

    public uint Token { get; }

    public byte[] Name { get; }

    /// <summary>Number of items; a snapshot.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _items.Count;
            }
        }
    }

    /// <summary>From here on <paramref name="root"/> is told of new items.</summary>
    public void Listen(RootContext? root)
    {
        lock (_gate)
        {
            _listener = root;
        }
    }

    /// <summary>Appends a copy of <paramref name="item"/>, or drops it when the queue is full.</summary>
    public EnqueueOutcome Enqueue(ReadOnlySpan<byte> item)
    {
        Worker? worker;
        lock (_gate)
        {
            if (_items.Count >= _budget.Items || !_budget.TryTake(item.Length))
            {
                var outcome = _hasDropped ? EnqueueOutcome.Dropped : EnqueueOutcome.DroppedFirst;
                _hasDropped = true;
                return outcome;
            }

            _items.Enqueue(item.ToArray());
            worker = NextNotification(added: 1);
        }

        worker?.Post(_notify);
        return EnqueueOutcome.Added;
    }

    /// <summary>Takes the oldest item; null when there is none.</summary>
    public byte[]? Dequeue()
    {
        lock (_gate)
        {
            if (!_items.TryDequeue(out var item))
            {
                return null;
            }

            _budget.Return(item.Length);
            return item;
        }
    }

    // Inside of the lock: the worker to post a notification to, or null when none is due or one is on its way.
    private Worker? NextNotification(int added)
    {
        _unannounced = _listener is null ? 0 : _unannounced + added;
        if (_postedTo is not null || _unannounced == 0)
        {
            return null;
        }

        return _postedTo = _listener!.Vm.Worker;
    }

    // Inside of the worker that it was posted to, where the listener may have moved away from meanwhile.
    private void Notify()
    {
        RootContext? listener = null;
        lock (_gate)
        {
            if (_listener is { } current && current.Vm.Worker == _postedTo)
            {
                listener = current;
                _unannounced--;
            }
        }

        if (listener is { IsReachable: true })
        {
            var vm = listener.Vm;
            vm.Call(listener, "proxy_on_queue_ready", vm.Exports.OnQueueReady, listener.Id, (int)Token);
            vm.Drain();
        }

        Worker? worker;
        lock (_gate)
        {
            if (listener is { IsReachable: false } && listener == _listener)
            {
                _listener = null;
            }

            _postedTo = null;
            worker = NextNotification(added: 0);
        }

        worker?.Post(_notify);
    }
}
