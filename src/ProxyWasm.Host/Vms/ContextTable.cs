using System.Diagnostics.CodeAnalysis;
using ProxyWasm.Host.Contexts;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// The contexts of a virtual machine by id. Roots and streams share one sequence from 1; 0 is the machine itself. After
/// a wrap-around ids that are still in use are skipped.
/// </summary>
internal sealed class ContextTable
{
    private readonly Dictionary<int, Context> _contexts = [];
    private int _last = -1;

    /// <summary>Number of contexts, with context 0.</summary>
    public int Count => _contexts.Count;

    /// <summary>Gives a context its id and makes it known.</summary>
    public void Add(Context context)
    {
        int id;
        do
        {
            id = _last = _last == int.MaxValue ? 1 : _last + 1;
        }
        while (!_contexts.TryAdd(id, context));

        context.Id = id;
        context.IsLive = true;
    }

    public void Remove(Context context)
    {
        context.IsLive = false;
        _contexts.Remove(context.Id);
    }

    /// <summary>Tells the streams of a plugin that it cannot be called any more.</summary>
    public void LoseRoot(RootContext root)
    {
        foreach (var context in _contexts.Values)
        {
            if (context != root && context.Root == root)
            {
                context.LoseRoot();
            }
        }
    }

    public bool TryGet(int id, [NotNullWhen(true)] out Context? context) => _contexts.TryGetValue(id, out context);
}
