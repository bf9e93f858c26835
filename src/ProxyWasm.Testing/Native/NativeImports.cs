using ProxyWasm.Host.Engines;

namespace ProxyWasm.Testing.Native;

/// <summary>Keeps the host functions of one instance by name. Natively nobody needs WASI: .NET is there.</summary>
internal sealed class NativeImports : ImportTable
{
    private readonly Dictionary<string, Delegate> _functions = new(StringComparer.Ordinal);

    /// <summary>A host function that every host has.</summary>
    public TDelegate Get<TDelegate>(string name)
        where TDelegate : Delegate => (TDelegate)_functions[name];

    public override bool IsImported(string module, string name) => module == "env";

    public override void Define(string module, string name, Action function) => Keep(name, function);

    public override void Define<T>(string module, string name, Action<T> function) => Keep(name, function);

    public override void Define<T1, T2, T3, T4>(string module, string name, Action<T1, T2, T3, T4> function) =>
        Keep(name, function);

    public override void Define<TResult>(string module, string name, Func<TResult> function) => Keep(name, function);

    public override void Define<T, TResult>(string module, string name, Func<T, TResult> function) =>
        Keep(name, function);

    public override void Define<T1, T2, TResult>(string module, string name, Func<T1, T2, TResult> function) =>
        Keep(name, function);

    public override void Define<T1, T2, T3, TResult>(string module, string name, Func<T1, T2, T3, TResult> function) =>
        Keep(name, function);

    public override void Define<T1, T2, T3, T4, TResult>(
        string module, string name, Func<T1, T2, T3, T4, TResult> function) => Keep(name, function);

    public override void Define<T1, T2, T3, T4, T5, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, TResult> function) => Keep(name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, TResult> function) => Keep(name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, TResult> function) => Keep(name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> function) => Keep(name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult> function) =>
        Keep(name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult> function) =>
        Keep(name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult> function) =>
        Keep(name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult>(
        string module, string name, Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult> function) =>
        Keep(name, function);

    private void Keep(string name, Delegate function) => _functions[name] = function;
}
