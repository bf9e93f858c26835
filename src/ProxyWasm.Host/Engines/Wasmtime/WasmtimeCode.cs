using ProxyWasm.Host.Modules;
using Wasmtime;

namespace ProxyWasm.Host.Engines.Wasmtime;

internal sealed class WasmtimeCode : WasmCode
{
    private readonly global::Wasmtime.Engine _engine;
    private readonly EpochTicker _ticker;
    private readonly global::Wasmtime.Module _module;
    private readonly HashSet<(string Module, string Name)> _imported;

    private readonly Lazy<FunctionBodies> _bodies;

    public WasmtimeCode(
        global::Wasmtime.Engine engine, EpochTicker ticker, global::Wasmtime.Module module, ReadOnlyMemory<byte> code)
    {
        _bodies = new Lazy<FunctionBodies>(() => new FunctionBodies(code.Span));
        _engine = engine;
        _ticker = ticker;
        _module = module;
        _imported = [.. module.Imports.OfType<FunctionImport>().Select(import => (import.ModuleName, import.Name))];
    }

    public override WasmInstance Instantiate(InstanceLimits limits, Action<ImportTable> defineImports)
    {
        var budget = new CpuBudget();
        var store = new Store(_engine);
        try
        {
            store.SetLimits(
                memorySize: limits.MemoryBytes, tableElements: 1 << 20, instances: 1, tables: 16, memories: 1);
            store.SetEpochDeadlineCallback(_ => budget.MayContinue()
                ? 1UL
                : throw new GuestTrapException(FaultReason.BudgetExceeded, "the CPU budget of the call is used up"));
            store.SetEpochDeadline(1);
            budget.Start(limits.StartBudget);

            using var linker = new Linker(_engine);
            defineImports(new WasmtimeImportTable(linker, _imported));
            return new WasmtimeInstance(store, linker.Instantiate(store, _module), _ticker, budget, _bodies);
        }
        catch (WasmtimeException exception)
        {
            store.Dispose();
            throw FaultTranslator.Describe(exception, _bodies) is { Reason: not FaultReason.Other } fault
                ? new GuestTrapException(fault.Reason, fault.Message)
                : new EngineException(FaultTranslator.FirstLine(exception.Message), exception);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public override void Dispose() => _module.Dispose();
}
