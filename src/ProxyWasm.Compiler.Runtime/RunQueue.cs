namespace ProxyWasm.Compiler.Runtime;

/// <summary>Work that would go to a thread pool: it runs before control goes back to the host.</summary>
internal static class RunQueue
{
    private static Queue<(Action<object?> Work, object? State)>? s_queue;

    public static void Add(Action<object?> work, object? state) => (s_queue ??= new()).Enqueue((work, state));

    public static void Drain()
    {
        if (s_queue is null)
        {
            return;
        }

        while (s_queue.TryDequeue(out var item))
        {
            item.Work(item.State);
        }
    }
}
