namespace ProxyWasm.Compiler.Runtime;

/// <summary>Work that would go to a thread pool: it runs before control goes back to the host.</summary>
internal sealed class RunQueue
{
    private static RunQueue? s_first;
    private static RunQueue? s_last;

    // Only adding sets this, so programs that never do have nothing to drain.
    private static bool s_isUsed;

    private readonly Action<object?> _work;
    private readonly object? _state;
    private RunQueue? _next;

    private RunQueue(Action<object?> work, object? state)
    {
        _work = work;
        _state = state;
    }

    public static void Add(Action<object?> work, object? state)
    {
        var item = new RunQueue(work, state);
        s_isUsed = true;
        if (s_first is null)
        {
            s_first = item;
        }
        else
        {
            s_last!._next = item;
        }

        s_last = item;
    }

    public static void Drain()
    {
        if (!s_isUsed)
        {
            return;
        }

        while (RunOne())
        {
        }
    }

    /// <summary>False when nothing is queued.</summary>
    public static bool RunOne()
    {
        if (s_first is not { } item)
        {
            return false;
        }

        s_first = item._next;
        if (s_first is null)
        {
            s_last = null;
        }

        item._work(item._state);
        return true;
    }
}
