namespace ProxyWasm.Compiler.Runtime;

/// <summary>What happens when an exported method ends.</summary>
internal static unsafe class Boundary
{
    /// <summary>Address of the text of what ended the program: UTF-16, found through an export.</summary>
    private static string? s_failure;

    /// <summary>Exported methods that have begun and not ended: a host may call one while it serves another.</summary>
    private static int s_depth;

    /// <summary>An exported method begins.</summary>
    public static void Enter() => s_depth++;

    /// <summary>
    /// An exported method ends. With the outermost one nothing compiled is left on the stack: what is queued runs, and
    /// it is time to collect.
    /// </summary>
    public static void Leave()
    {
        if (s_depth == 1)
        {
            RunQueue.Drain();
            Collector.CollectIfWorthwhile();
        }

        s_depth--;
    }

    /// <summary>An exception has left an exported method; the program ends after this.</summary>
    public static void Unhandled(Exception exception)
    {
        try
        {
            s_failure = exception.ToString();
        }
        catch (Exception inner)
        {
            s_failure = inner.Message;
        }
    }

    /// <summary>Ends the program with a message.</summary>
    public static void Fail(string message)
    {
        s_failure = message;
        Machine.Trap();
    }

    /// <summary>Address of the message as a string object, or zero while the program is well.</summary>
    public static nint FailureAddress() => Machine.AddressOf(s_failure);
}
