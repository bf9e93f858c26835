namespace ProxyWasm.Host.Engines;

/// <summary>
/// Receives the host functions of one instance. Delegates are called on the guest's thread; an exception that leaves
/// one becomes a trap of the guest.
/// </summary>
internal abstract class ImportTable
{
    /// <summary>Whether the module imports this function; nothing else needs to be defined.</summary>
    public abstract bool IsImported(string module, string name);

    public abstract void Define(string module, string name, Action function);

    public abstract void Define<T>(string module, string name, Action<T> function);

    public abstract void Define<T1, T2, T3, T4>(string module, string name, Action<T1, T2, T3, T4> function);

    public abstract void Define<TResult>(string module, string name, Func<TResult> function);

    public abstract void Define<T, TResult>(string module, string name, Func<T, TResult> function);

    public abstract void Define<T1, T2, TResult>(string module, string name, Func<T1, T2, TResult> function);

    public abstract void Define<T1, T2, T3, TResult>(string module, string name, Func<T1, T2, T3, TResult> function);

    public abstract void Define<T1, T2, T3, T4, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, TResult> function);

    public abstract void Define<T1, T2, T3, T4, T5, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, TResult> function);

    public abstract void Define<T1, T2, T3, T4, T5, T6, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, TResult> function);

    public abstract void Define<T1, T2, T3, T4, T5, T6, T7, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, TResult> function);

    public abstract void Define<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> function);

    public abstract void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult> function);

    public abstract void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult> function);

    public abstract void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult> function);

    public abstract void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult> function);
}
