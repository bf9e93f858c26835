namespace ProxyWasm.Compiler.Runtime;

/// <summary>What happens when an exported method ends.</summary>
internal static unsafe class Boundary
{
    /// <summary>Address of the text of what ended the program: UTF-16, found through an export.</summary>
    private static string? s_failure;

    /// <summary>Runs what is queued and collects if it is time; no compiled code is on the stack.</summary>
    public static void Leave()
    {
        RunQueue.Drain();
        Collector.CollectIfWorthwhile();
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
