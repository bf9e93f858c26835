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

    public PendingOperation? Find(int id)
    {
        var index = IndexOf(id);
        return index < 0 ? null : _calls[index];
    }

    public PendingOperation? Remove(int id)
    {
        var index = IndexOf(id);
        if (index < 0)
        {
            return null;
        }

        var call = _calls[index];
        _calls[index] = null;
        return call;
    }

    private int IndexOf(int id)
    {
        for (var i = 0; i < _calls.Length; i++)
        {
            if (_calls[i] is not null && _ids[i] == id)
            {
                return i;
            }
        }

        return -1;
    }
}
