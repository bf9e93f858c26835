namespace ProxyWasm.Sdk.Contexts;

/// <summary>Finds contexts by number: open addressing, since a dictionary would be most of a small module.</summary>
internal sealed class ContextTable
{
    private PluginContext?[] _slots = new PluginContext?[16];
    private int _count;

    public PluginContext? Find(int id) => _slots[SlotOf(id)];

    public void Add(PluginContext context)
    {
        if ((_count + 1) * 2 > _slots.Length)
        {
            Grow();
        }

        ref var slot = ref _slots[SlotOf(context.ContextId)];
        _count += slot is null ? 1 : 0;
        slot = context;
    }

    public void Remove(int id)
    {
        var mask = _slots.Length - 1;
        var gap = SlotOf(id);
        if (_slots[gap] is null)
        {
            return;
        }

        _count--;
        for (var next = (gap + 1) & mask; _slots[next] is { } moved; next = (next + 1) & mask)
        {
            // An entry may fill the gap unless its own place lies behind the gap.
            if (((next - (moved.ContextId & mask)) & mask) >= ((next - gap) & mask))
            {
                _slots[gap] = moved;
                gap = next;
            }
        }

        _slots[gap] = null;
    }

    private int SlotOf(int id)
    {
        var slots = _slots;
        var index = id & (slots.Length - 1);
        while (slots[index] is { } found && found.ContextId != id)
        {
            index = (index + 1) & (slots.Length - 1);
        }

        return index;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new PluginContext?[old.Length * 2];
        foreach (var context in old)
        {
            if (context is not null)
            {
                _slots[SlotOf(context.ContextId)] = context;
            }
        }
    }
}
