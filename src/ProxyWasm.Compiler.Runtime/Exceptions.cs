using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// Exceptions. Their stack traces are the methods that they have left so far, when the program is compiled with names.
/// </summary>
internal static class Exceptions
{
    [Replaces("System.Exception", "ToString")]
    public static string Format(Exception exception)
    {
        var text = exception.GetType().FullName + ": " + exception.Message;
        text = exception.InnerException is { } inner ? text + " ---> " + inner.ToString() : text;
        return TraceOf(exception) is { } trace ? text + "\n" + trace : text;
    }

    /// <summary>An exception leaves a method.</summary>
    public static void Record(Exception exception, string method)
    {
        ref var trace = ref TraceOf(exception);
        trace = (trace is null ? "   at " : trace + "\n   at ") + method;
    }

    [Replaces("System.Exception", "get_StackTrace")]
    public static string? StackTrace(Exception exception) => TraceOf(exception);

    /// <summary>Only what was assigned: which assembly raised an exception is not known.</summary>
    [Replaces("System.Exception", "get_Source")]
    public static string? Source(Exception exception) => SourceOf(exception);

    [Replaces("System.Exception", "GetClassName")]
    public static string? ClassName(Exception exception) => exception.GetType().FullName;

    [Replaces("System.Exception", "SetCurrentStackTrace")]
    public static void KeepTrace(Exception exception)
    {
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_remoteStackTraceString")]
    private static extern ref string? TraceOf(Exception exception);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    private static extern ref string? SourceOf(Exception exception);
}
