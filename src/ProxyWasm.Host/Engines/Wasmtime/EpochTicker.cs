namespace ProxyWasm.Host.Engines.Wasmtime;

/// <summary>
/// Advances the engine's epoch at a fixed pace, which is what lets a guest be interrupted. One thread per engine; a
/// tick costs one native call.
/// </summary>
internal sealed class EpochTicker : IDisposable
{
    /// <summary>Resolution of CPU budgets.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    private readonly global::Wasmtime.Engine _engine;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;
    private ulong _epoch;

    public EpochTicker(global::Wasmtime.Engine engine)
    {
        _engine = engine;
        _thread = new Thread(Run) { IsBackground = true, Name = "ProxyWasm epoch" };
        _thread.Start();
    }

    /// <summary>Number of ticks since the engine was created.</summary>
    public ulong Epoch => Volatile.Read(ref _epoch);

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        while (!_stop.Wait(Period))
        {
            _engine.IncrementEpoch();
            Volatile.Write(ref _epoch, _epoch + 1);
        }
    }
}
