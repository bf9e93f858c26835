using ProxyWasm.Sdk.Async;

namespace ProxyWasm.Sdk.Calls;

/// <summary>Calls under way, by the number that the host gave them. Few at a time: they are looked through.</summary>
internal sealed class CallTable
{
    private PendingOperation?[] _calls = new PendingOperation?[4];
    private int[] _ids = new int[4];

    public void Add(int id, PendingOperation call)
    {
        var free = 0;
        while (free < _calls.Length && _calls[free] is not null)
        {
            free++;
        }

        if (free == _calls.Length)
        {
            Array.Resize(ref _calls, free * 2);
            Array.Resize(ref _ids, free * 2);
        }

        _calls[free] = call;
        _ids[free] = id;
    }

    /// <summary>Takes out a call of a kind; hosts may number each kind for itself.</summary>
    public TCall? Remove<TCall>(int id)
        where TCall : PendingOperation
    {
        for (var i = 0; i < _calls.Length; i++)
        {
            if (_ids[i] == id && _calls[i] is TCall call)
            {
                _calls[i] = null;
                return call;
            }
        }

        return null;
    }
}
