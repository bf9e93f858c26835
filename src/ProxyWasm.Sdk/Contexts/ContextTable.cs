namespace ProxyWasm.Sdk.Contexts;

/// <summary>
/// Finds contexts by number: a tree in which each bit of a number, from the lowest, says which way to go (a digital
/// search tree). The contexts themselves are its nodes; a dictionary would be most of a small module.
/// </summary>
internal sealed class ContextTable
{
    private PluginContext? _root;

    public PluginContext? Find(int id) => Link(id);

    /// <summary>Adds a context whose number no other has.</summary>
    public void Add(PluginContext context) => Link(context.ContextId) = context;

    /// <summary>Removes a context that is in the table.</summary>
    public void Remove(PluginContext context)
    {
        ref var link = ref Link(context.ContextId);

        // Any context below may take the place, since the way to it leads through here. One without others below is
        // taken from the end of its own way.
        ref var last = ref link;
        while ((last!.Even ?? last.Odd) is not null)
        {
            last = ref last.Even is not null ? ref last.Even : ref last.Odd;
        }

        var heir = last;
        last = null;
        if (heir != context)
        {
            (heir.Even, heir.Odd) = (context.Even, context.Odd);
            (context.Even, context.Odd) = (null, null);
            link = heir;
        }
    }

    // Where the context with a number is, or would be.
    private ref PluginContext? Link(int id)
    {
        ref var link = ref _root;
        for (var bits = id; link is { } context && context.ContextId != id; bits >>>= 1)
        {
            link = ref (bits & 1) == 0 ? ref context.Even : ref context.Odd;
        }

        return ref link;
    }
}
