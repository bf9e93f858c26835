using Wasmtime;

namespace ProxyWasm.Host.Engines.Wasmtime;

/// <summary>
/// Wasmtime behind the seam. Only proposals that run on every Proxy-Wasm host are enabled, so that a plugin tested here
/// also loads elsewhere.
/// </summary>
internal sealed class WasmtimeEngine : WasmEngine
{
    // Enough for deep but sane recursion and below the 1.5 MiB stack of pool threads, of which the host needs a part.
    private const int MaxStackBytes = 512 * 1024;

    private readonly global::Wasmtime.Engine _engine;
    private readonly EpochTicker _ticker;

    public WasmtimeEngine()
    {
        using var config = new Config()
            .WithEpochInterruption(true)
            .WithMaximumStackSize(MaxStackBytes)
            .WithMemoryMayMove(false)
            .WithReferenceTypes(true)
            .WithSIMD(true)
            .WithBulkMemory(true)
            .WithMultiValue(true)
            .WithWasmThreads(false)
            .WithMemory64(false)
            .WithMultiMemory(false)
            .WithOptimizationLevel(OptimizationLevel.Speed);
        _engine = new global::Wasmtime.Engine(config);
        ArithmeticSignals.HandleOnThreadStack();
        _ticker = new EpochTicker(_engine);
    }

    public override WasmCode Compile(string name, ReadOnlyMemory<byte> code)
    {
        try
        {
            return new WasmtimeCode(_engine, _ticker, Module.FromBytes(_engine, name, code.Span), code);
        }
        catch (WasmtimeException exception)
        {
            throw new EngineException(FaultTranslator.FirstLine(exception.Message), exception);
        }
    }

    public override byte[] ConvertText(string text)
    {
        try
        {
            return Module.ConvertText(text);
        }
        catch (WasmtimeException exception)
        {
            throw new EngineException(TextErrors.Describe(exception.Message), exception);
        }
    }

    public override void Dispose()
    {
        _ticker.Dispose();
        _engine.Dispose();
    }
}
