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

    [Replaces("System.Exception", "GetClassName")]
    public static string? ClassName(Exception exception) => exception.GetType().FullName;

    [Replaces("System.Exception", "SetCurrentStackTrace")]
    public static void KeepTrace(Exception exception)
    {
    }
}
