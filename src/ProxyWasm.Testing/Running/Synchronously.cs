namespace ProxyWasm.Testing.Running;

/// <summary>Calls of the host that complete at once, because nobody else is in its worker.</summary>
internal static class Synchronously
{
    public static void Complete(ValueTask task)
    {
        Require(task.IsCompleted);
        task.GetAwaiter().GetResult();
    }

    public static T Complete<T>(ValueTask<T> task)
    {
        Require(task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    private static void Require(bool isCompleted)
    {
        if (!isCompleted)
        {
            throw new InvalidOperationException(
                "the test host is used by two threads at once; use it from one at a time");
        }
    }
}
