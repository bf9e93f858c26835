using ProxyWasm.Host.Engines;

namespace ProxyWasm.Testing.Native;

/// <summary>
/// A plugin that runs under the JIT, in the shape of an instance of a module. It has no CPU budget, because somebody
/// may be looking at it in a debugger.
/// </summary>
internal sealed class NativeInstance : WasmInstance
{
    private readonly ScratchMemory _memory;
    private readonly PluginThread _thread = new();
    private readonly Dictionary<string, Delegate> _exports;

    public NativeInstance(NativePlugin plugin, NativeImports imports, long memoryBytes)
    {
        _memory = new ScratchMemory(memoryBytes);
        _exports = plugin.Instantiate(new NativeHost(imports, _memory), _memory);
    }

    public override GuestMemory Memory => _memory.View;

    public override Action? GetAction(string export)
    {
        var callback = Find<Action>(export);
        return callback is null ? null : () => Run(() => callback());
    }

    public override Action<T>? GetAction<T>(string export)
    {
        var callback = Find<Action<T>>(export);
        return callback is null ? null : a => Run(() => callback(a));
    }

    public override Action<T1, T2>? GetAction<T1, T2>(string export)
    {
        var callback = Find<Action<T1, T2>>(export);
        return callback is null ? null : (a, b) => Run(() => callback(a, b));
    }

    public override Action<T1, T2, T3>? GetAction<T1, T2, T3>(string export)
    {
        var callback = Find<Action<T1, T2, T3>>(export);
        return callback is null ? null : (a, b, c) => Run(() => callback(a, b, c));
    }

    public override Action<T1, T2, T3, T4, T5>? GetAction<T1, T2, T3, T4, T5>(string export)
    {
        var callback = Find<Action<T1, T2, T3, T4, T5>>(export);
        return callback is null ? null : (a, b, c, d, e) => Run(() => callback(a, b, c, d, e));
    }

    public override Func<TResult>? GetFunc<TResult>(string export)
    {
        var callback = Find<Func<TResult>>(export);
        return callback is null ? null : () => Run(() => callback());
    }

    public override Func<T, TResult>? GetFunc<T, TResult>(string export)
    {
        var callback = Find<Func<T, TResult>>(export);
        return callback is null ? null : a => Run(() => callback(a));
    }

    public override Func<T1, T2, TResult>? GetFunc<T1, T2, TResult>(string export)
    {
        var callback = Find<Func<T1, T2, TResult>>(export);
        return callback is null ? null : (a, b) => Run(() => callback(a, b));
    }

    public override Func<T1, T2, T3, TResult>? GetFunc<T1, T2, T3, TResult>(string export)
    {
        var callback = Find<Func<T1, T2, T3, TResult>>(export);
        return callback is null ? null : (a, b, c) => Run(() => callback(a, b, c));
    }

    /// <summary>An outermost call begins: what the host answered in the one before is not needed any more.</summary>
    public override void ArmBudget(TimeSpan budget) => _memory.Reset();

    /// <summary>An exception that leaves a callback ends the machine, as a trap would.</summary>
    public override GuestFault? DescribeFault(Exception exception)
    {
        if (exception is GuestTrapException trap)
        {
            return new GuestFault(trap.Reason, trap.Message, []);
        }

        var frames = (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new GuestFault(
            FaultReason.Unreachable,
            $"{exception.GetType().Name}: {exception.Message}",
            [.. frames.Take(GuestFault.MaxFrames).Select(static frame => frame.Trim())]);
    }

    public override void Dispose() => _memory.Dispose();

    private void Run(Action callback) => Run(() =>
    {
        callback();
        return 0;
    });

    private TResult Run<TResult>(Func<TResult> callback)
    {
        using var call = _thread.Begin();
        var result = callback();
        call.Finish();
        return result;
    }

    private TDelegate? Find<TDelegate>(string name)
        where TDelegate : Delegate => _exports.GetValueOrDefault(name) as TDelegate;
}
