// The engine annotates parameters of any type as nullable; only value types ever pass here.
#nullable disable warnings
using ProxyWasm.Host.Modules;
using Wasmtime;

namespace ProxyWasm.Host.Engines.Wasmtime;

internal sealed class WasmtimeInstance : WasmInstance
{
    private readonly Store _store;
    private readonly Instance _instance;
    private readonly EpochTicker _ticker;
    private readonly CpuBudget _budget;
    private readonly Lazy<FunctionBodies> _bodies;
    private ulong _armedAt = ulong.MaxValue;

    public WasmtimeInstance(
        Store store, Instance instance, EpochTicker ticker, CpuBudget budget, Lazy<FunctionBodies> bodies)
    {
        _bodies = bodies;
        _store = store;
        _instance = instance;
        _ticker = ticker;
        _budget = budget;
        var memory = instance.GetMemory("memory") ?? throw new EngineException("the module does not export its memory");
        Memory = new GuestMemory(memory.GetPointer(), memory.GetLength);
    }

    public override GuestMemory Memory { get; }

    public override Action? GetAction(string export) => _instance.GetAction(export);

    public override Action<T>? GetAction<T>(string export) => _instance.GetAction<T>(export);

    public override Action<T1, T2>? GetAction<T1, T2>(string export) => _instance.GetAction<T1, T2>(export);

    public override Action<T1, T2, T3>? GetAction<T1, T2, T3>(string export) =>
        _instance.GetAction<T1, T2, T3>(export);

    public override Action<T1, T2, T3, T4, T5>? GetAction<T1, T2, T3, T4, T5>(string export) =>
        _instance.GetAction<T1, T2, T3, T4, T5>(export);

    public override Func<TResult>? GetFunc<TResult>(string export) => _instance.GetFunction<TResult>(export);

    public override Func<T, TResult>? GetFunc<T, TResult>(string export) => _instance.GetFunction<T, TResult>(export);

    public override Func<T1, T2, TResult>? GetFunc<T1, T2, TResult>(string export) =>
        _instance.GetFunction<T1, T2, TResult>(export);

    public override Func<T1, T2, T3, TResult>? GetFunc<T1, T2, T3, TResult>(string export) =>
        _instance.GetFunction<T1, T2, T3, TResult>(export);

    public override void ArmBudget(TimeSpan budget)
    {
        _budget.Start(budget);

        // The deadline is relative to the epoch at which it was set: within the same epoch it is still right.
        var epoch = _ticker.Epoch;
        if (epoch != _armedAt)
        {
            _armedAt = epoch;
            _store.SetEpochDeadline(1);
        }
    }

    public override GuestFault? DescribeFault(Exception exception) =>
        FaultTranslator.Describe(exception, _bodies);

    public override void Dispose() => _store.Dispose();
}
