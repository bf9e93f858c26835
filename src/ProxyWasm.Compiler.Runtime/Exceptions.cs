using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Exceptions without stack traces.</summary>
internal static class Exceptions
{
    [Replaces("System.Exception", "ToString")]
    public static string Format(Exception exception)
    {
        var text = exception.GetType().FullName + ": " + exception.Message;
        return exception.InnerException is { } inner ? text + " ---> " + inner.ToString() : text;
    }

    [Replaces("System.Exception", "get_StackTrace")]
    public static string? StackTrace(Exception exception) => null;

    /// <summary>Only what was assigned: which assembly raised an exception is not known.</summary>
    [Replaces("System.Exception", "get_Source")]
    public static string? Source(Exception exception) => SourceOf(exception);

    [Replaces("System.Exception", "GetClassName")]
    public static string? ClassName(Exception exception) => exception.GetType().FullName;

    [Replaces("System.Exception", "SetCurrentStackTrace")]
    public static void KeepTrace(Exception exception)
    {
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    private static extern ref string? SourceOf(Exception exception);
}
