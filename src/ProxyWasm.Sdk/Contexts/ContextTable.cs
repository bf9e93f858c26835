namespace ProxyWasm.Sdk.Contexts;

/// <summary>
/// Finds contexts by number: chains through the contexts themselves, since a dictionary would be most of a small
/// module.
/// </summary>
internal sealed class ContextTable
{
    private PluginContext?[] _chains = new PluginContext?[16];
    private int _count;

    public PluginContext? Find(int id)
    {
        var context = ChainOf(id);
        while (context is not null && context.ContextId != id)
        {
            context = context.Next;
        }

        return context;
    }

    /// <summary>Adds a context whose number no other has.</summary>
    public void Add(PluginContext context)
    {
        if (_count++ == _chains.Length)
        {
            Grow();
        }

        ref var chain = ref ChainOf(context.ContextId);
        context.Next = chain;
        chain = context;
    }

    public void Remove(PluginContext context)
    {
        _count--;
        ref var chain = ref ChainOf(context.ContextId);
        if (chain == context)
        {
            chain = context.Next;
            return;
        }

        var before = chain!;
        while (before.Next != context)
        {
            before = before.Next!;
        }

        before.Next = context.Next;
    }

    private ref PluginContext? ChainOf(int id) => ref _chains[id & (_chains.Length - 1)];

    private void Grow()
    {
        var old = _chains;
        _chains = new PluginContext?[old.Length * 2];
        foreach (var chain in old)
        {
            for (var context = chain; context is not null;)
            {
                var next = context.Next;
                ref var target = ref ChainOf(context.ContextId);
                context.Next = target;
                target = context;
                context = next;
            }
        }
    }
}
