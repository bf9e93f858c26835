// The engine annotates parameters of any type as nullable; only value types ever pass here.
#nullable disable warnings
using Wasmtime;

namespace ProxyWasm.Host.Engines.Wasmtime;

/// <summary>Defines host functions on the linker of one instance; what the module does not import is skipped.</summary>
internal sealed class WasmtimeImportTable(Linker linker, IReadOnlySet<(string Module, string Name)> imported)
    : ImportTable
{
    public override bool IsImported(string module, string name) => imported.Contains((module, name));

    public override void Define(string module, string name, Action function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T>(string module, string name, Action<T> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4>(string module, string name, Action<T1, T2, T3, T4> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<TResult>(string module, string name, Func<TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T, TResult>(string module, string name, Func<T, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, TResult>(string module, string name, Func<T1, T2, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, TResult>(string module, string name, Func<T1, T2, T3, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, T5, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, TResult> function) =>
        linker.DefineFunction(module, name, function);

    public override void Define<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult>(
        string module,
        string name,
        Func<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, TResult> function) =>
        linker.DefineFunction(module, name, function);
}
