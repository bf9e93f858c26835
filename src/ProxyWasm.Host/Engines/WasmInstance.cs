namespace ProxyWasm.Host.Engines;

/// <summary>
/// One instance: a memory and its functions. Not thread-safe; the caller serialises all use.
/// The returned delegates throw <see cref="GuestTrapException"/> when the guest traps or exceeds its budget.
/// </summary>
internal abstract class WasmInstance : IDisposable
{
    /// <summary>Linear memory, exported as <c>memory</c>.</summary>
    public abstract GuestMemory Memory { get; }

    public abstract Action? GetAction(string export);

    public abstract Action<T>? GetAction<T>(string export);

    public abstract Action<T1, T2>? GetAction<T1, T2>(string export);

    public abstract Action<T1, T2, T3>? GetAction<T1, T2, T3>(string export);

    public abstract Action<T1, T2, T3, T4, T5>? GetAction<T1, T2, T3, T4, T5>(string export);

    public abstract Func<TResult>? GetFunc<TResult>(string export);

    public abstract Func<T, TResult>? GetFunc<T, TResult>(string export);

    public abstract Func<T1, T2, TResult>? GetFunc<T1, T2, TResult>(string export);

    public abstract Func<T1, T2, T3, TResult>? GetFunc<T1, T2, T3, TResult>(string export);

    /// <summary>
    /// Starts a new CPU budget. Call it before each outermost guest call; it costs next to nothing when little time has
    /// passed since the last one. Zero means no limit.
    /// </summary>
    public abstract void ArmBudget(TimeSpan budget);

    /// <summary>
    /// Translates an exception that left a guest call, or returns null when the guest is not the cause.
    /// </summary>
    public abstract GuestFault? DescribeFault(Exception exception);

    public abstract void Dispose();
}
