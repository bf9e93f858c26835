using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Failures;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Plugins;

/// <summary>
/// The place of a virtual machine on one worker. It holds the machine that runs now, the plugins that live in it, and
/// puts a new one in its place when it fails. All members are used from inside of the worker.
/// </summary>
internal sealed class VmSlot(VmDefinition definition, Worker worker, VmServices services)
{
    private readonly List<Plugin> _plugins = [];
    private readonly Dictionary<Plugin, RootContext> _ending = [];
    private readonly RestartBackoff _backoff = new(services.Time, definition.Backoff);
    private Vm? _vm;
    private ITimer? _restartTimer;

    public Worker Worker => worker;

    /// <summary>Starts a plugin here.</summary>
    /// <exception cref="VmStartException">It does not start; other plugins are not touched.</exception>
    /// <exception cref="EngineException">The engine cannot make an instance.</exception>
    public void Add(Plugin plugin)
    {
        if (_vm is { IsFailed: false } shared)
        {
            // A start that fails poisons its machine, so it is tried where nobody else lives.
            using (var canary = Vm.Create(definition, worker, services))
            {
                canary.IsCanary = true;
                canary.StartPlugin(plugin.Options, plugin.Metrics);
            }

            plugin.SetRoot(worker, shared.StartPlugin(plugin.Options, plugin.Metrics));
            _plugins.Add(plugin);
            return;
        }

        _vm?.Dispose();
        _vm = null;
        _plugins.Add(plugin);
        try
        {
            Start();
        }
        catch
        {
            _plugins.Remove(plugin);
            throw;
        }
    }

    /// <summary>
    /// Asks a plugin to end here. The task completes when it has, which may take as long as it likes; follow with
    /// <see cref="FinishRemove"/>.
    /// </summary>
    public Task BeginRemove(Plugin plugin)
    {
        _plugins.Remove(plugin);
        var root = plugin.RootOn(worker);
        plugin.SetRoot(worker, null);
        if (root is null or { Vm.IsFailed: true })
        {
            return Task.CompletedTask;
        }

        _ending.Add(plugin, root);
        return root.Vm.BeginEnd(root);
    }

    /// <summary>Ends a plugin here, even if it is not ready; the machine goes with its last plugin.</summary>
    public void FinishRemove(Plugin plugin)
    {
        if (_ending.Remove(plugin, out var root))
        {
            root.Vm.End(root);
        }

        if (_plugins.Count == 0 && _ending.Count == 0)
        {
            _restartTimer?.Dispose();
            _restartTimer = null;
            _vm?.Dispose();
            _vm = null;
        }
    }

    private void Start()
    {
        var vm = Vm.Create(definition, worker, services);
        try
        {
            var roots = new List<RootContext>(_plugins.Count);
            foreach (var plugin in _plugins)
            {
                roots.Add(vm.StartPlugin(plugin.Options, plugin.Metrics));
            }

            for (var i = 0; i < roots.Count; i++)
            {
                _plugins[i].SetRoot(worker, roots[i]);
            }
        }
        catch
        {
            vm.Dispose();
            throw;
        }

        vm.OnFailure = Failed;
        _vm = vm;
        _backoff.Started();
    }

    private void Failed(VmFailure failure)
    {
        var name = _vm?.LastPlugin ?? definition.ModuleName;
        Log.PluginFailed(
            services.Log,
            name,
            failure.Callback,
            failure.Fault.Reason.ToString(),
            failure.Fault.Message,
            string.Concat(failure.Fault.Backtrace.Select(frame => $"\n  {frame}")));
        foreach (var plugin in _plugins)
        {
            plugin.SetRoot(worker, null);
        }

        ScheduleRestart(_backoff.Next());
    }

    private void ScheduleRestart(TimeSpan delay)
    {
        if (delay == TimeSpan.Zero)
        {
            worker.Post(Restart);
            return;
        }

        _restartTimer?.Dispose();
        _restartTimer = services.Time.CreateTimer(
            static state =>
            {
                var slot = (VmSlot)state!;
                slot.Worker.Post(slot.Restart);
            },
            this,
            delay,
            Timeout.InfiniteTimeSpan);
    }

    private void Restart()
    {
        if (_plugins.Count == 0 || _vm is { IsFailed: false })
        {
            return;
        }

        _vm?.Dispose();
        _vm = null;
        try
        {
            Start();
            Log.Restarted(services.Log, definition.ModuleName, worker.Index);
        }
        catch (Exception exception) when (exception is VmStartException or EngineException)
        {
            var delay = _backoff.Next();
            Log.RestartFailed(services.Log, definition.ModuleName, exception.Message, delay);
            ScheduleRestart(delay);
        }
    }
}
