using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Values of <see cref="AsyncLocal{T}"/>, which follow the flow of asynchronous methods.</summary>
/// <remarks>
/// An <see cref="ExecutionContext"/> is in truth an array of pairs of variable and value that never changes. Programs
/// that set no such variable have no contexts, and pay for no switching between them.
/// </remarks>
internal static class Contexts
{
    private static object?[]? s_current;
    private static bool s_isUsed;

    // How often the flow is suppressed at the moment, one within the other.
    private static int s_suppressions;

    [Replaces("System.Threading.AsyncLocal`1", "get_Value")]
    public static T? Get<T>(AsyncLocal<T> variable)
    {
        var index = IndexOf(s_current, variable);
        return index < 0 ? default : (T?)s_current![index + 1];
    }

    [Replaces("System.Threading.AsyncLocal`1", "set_Value")]
    public static void Set<T>(AsyncLocal<T> variable, T? value)
    {
        s_isUsed = true;
        var index = IndexOf(s_current, variable);
        var previous = index < 0 ? default : (T?)s_current![index + 1];
        var old = s_current ?? [];
        var changed = new object?[index < 0 ? old.Length + 2 : old.Length];
        Array.Copy(old, changed, old.Length);
        index = index < 0 ? old.Length : index;
        changed[index] = variable;
        changed[index + 1] = value;
        s_current = changed;
        if (Access<T>.Handler(variable) is { } handler && !EqualityComparer<T>.Default.Equals(previous, value))
        {
            handler(Access<T>.Change(previous, value, false));
        }
    }

    [Replaces("System.Threading.ExecutionContext", "Capture")]
    [Replaces("System.Threading.ExecutionContext", "CaptureForRestore")]
    public static ExecutionContext? Capture() =>
        s_isUsed && s_suppressions == 0 ? Unsafe.As<ExecutionContext>(s_current ??= []) : null;

    [Replaces("System.Threading.ExecutionContext", "SuppressFlow")]
    public static AsyncFlowControl SuppressFlow()
    {
        s_suppressions++;
        return default;
    }

    [Replaces("System.Threading.AsyncFlowControl", "Undo")]
    public static void Undo(ref AsyncFlowControl control) => s_suppressions--;

    [Replaces("System.Threading.ExecutionContext", "RestoreFlow")]
    public static void RestoreFlow() => s_suppressions--;

    [Replaces("System.Threading.ExecutionContext", "IsFlowSuppressed")]
    public static bool IsFlowSuppressed() => s_suppressions > 0;

    [Replaces("System.Threading.ExecutionContext", "Run")]
    [Replaces("System.Threading.ExecutionContext", "RunInternal")]
    public static void Run(ExecutionContext? context, ContextCallback callback, object? state)
    {
        var saved = s_current;
        s_current = Unsafe.As<object?[]>(context);
        try
        {
            callback(state);
        }
        finally
        {
            s_current = saved;
        }
    }

    [Replaces("System.Threading.ExecutionContext", "Restore")]
    [Replaces("System.Threading.ExecutionContext", "RestoreInternal")]
    public static void Restore(ExecutionContext? context) => s_current = Unsafe.As<object?[]>(context);

    /// <summary>What an asynchronous method sets before it first waits is not seen by its caller.</summary>
    [Replaces("System.Runtime.CompilerServices.AsyncMethodBuilderCore", "Start")]
    public static void Start<T>(ref T machine)
        where T : IAsyncStateMachine
    {
        var saved = s_current;
        try
        {
            machine.MoveNext();
        }
        finally
        {
            s_current = saved;
        }
    }

    private static int IndexOf(object?[]? context, object variable)
    {
        for (var i = 0; context is not null && i < context.Length; i += 2)
        {
            if (ReferenceEquals(context[i], variable))
            {
                return i;
            }
        }

        return -1;
    }

    private static class Access<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_valueChangedHandler")]
        public static extern ref Action<AsyncLocalValueChangedArgs<T>>? Handler(AsyncLocal<T> variable);

        [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
        public static extern AsyncLocalValueChangedArgs<T> Change(T? previous, T? current, bool isSwitch);
    }
}
