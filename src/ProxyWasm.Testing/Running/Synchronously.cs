namespace ProxyWasm.Testing.Running;

/// <summary>Calls of the host that complete at once, because nobody else is in its worker.</summary>
internal static class Synchronously
{
    public static void Complete(ValueTask task)
    {
        if (!task.IsCompleted)
        {
            throw new InvalidOperationException(
                "the test host is used by two threads at once; use it from one at a time");
        }

        task.GetAwaiter().GetResult();
    }
}
