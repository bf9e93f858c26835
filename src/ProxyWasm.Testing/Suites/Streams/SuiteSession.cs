using ProxyWasm.Host;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Testing.Running;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>
/// A fresh virtual machine with the plugin in it, for one case. The clock stands still, so nothing happens beside the
/// callbacks that the case asks for.
/// </summary>
internal sealed class SuiteSession : IDisposable
{
    // Go's runtime does not start while the clock shows zero.
    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(1);

    private readonly PluginHost _host;
    private readonly Plugin _plugin;
    private readonly PumpedQueue _queue = new();

    /// <exception cref="SuiteRunException">The plugin does not start.</exception>
    public SuiteSession(Suite suite, SuiteCase @case, PluginOptions plugin, SharedEngine engine, PhaseLog log)
    {
        Log = log;
        var seconds = suite.Environment.TimeSeconds;
        var time = DateTimeOffset.UnixEpoch + (seconds == 0 ? LeastTime : TimeSpan.FromSeconds(seconds));
        _host = new PluginHost(new PluginHostOptions
        {
            Workers = 1,
            PluginLog = log,
            DrainTimeout = TimeSpan.Zero,
            TimeProvider = new VirtualClock(time),
            Queue = _queue,
            Engine = engine.Lend(),
            DefineImports = (imports, vm) => SuiteHostcalls.Define(imports, vm, @case.Properties),
        });
        log.BeginPhase();
        try
        {
            _plugin = _host.LoadAsync(plugin).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is PluginLoadException or ModuleException)
        {
            End();
            throw new SuiteRunException("plugin_init", error.Message, error);
        }

        Root = _plugin.RootOn(_host.Workers[0])!;
    }

    public PhaseLog Log { get; }

    public RootContext Root { get; }

    /// <summary>Runs something inside of the worker; afterwards the plugin must still work.</summary>
    /// <exception cref="SuiteRunException">It has failed.</exception>
    public void Run(string phase, Action action)
    {
        var worker = _host.Workers[0];
        if (!worker.TryEnter())
        {
            throw new InvalidOperationException("nobody else enters the worker of a suite");
        }

        try
        {
            action();
        }
        finally
        {
            worker.Exit();
        }

        if (Root.Vm.Failure is { } failure)
        {
            throw new SuiteRunException(
                phase, $"the plugin failed in {failure.Callback} ({failure.Fault.Reason}): {failure.Fault.Message}");
        }

        // What the plugin set off beside: queues that tell it of items.
        _queue.RunAll();
    }

    /// <summary>Ends the plugin: done and delete of its root context.</summary>
    public void Shutdown()
    {
        VmGroups.BeginStopAsync(_plugin).GetAwaiter().GetResult();
        Run("plugin_destroy", static () => { });
    }

    public void Dispose() => End();

    private void End()
    {
        Log.IsClosed = true;
        var ending = _host.DisposeAsync().AsTask();
        while (!ending.IsCompleted && _queue.RunNext())
        {
        }

        ending.GetAwaiter().GetResult();
    }
}
