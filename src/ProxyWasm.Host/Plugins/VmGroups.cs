using System.Text;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Plugins;

/// <summary>
/// All virtual machines of a host by what makes them alike; starts and stops plugins in them, worker by worker. One
/// operation at a time.
/// </summary>
internal sealed class VmGroups(WasmEngine engine, WorkerPool workers, VmServices services)
{
    private readonly Dictionary<string, VmGroup> _groups = [];

    /// <summary>The group that a plugin belongs to.</summary>
    /// <exception cref="PluginLoadException">The code does not compile.</exception>
    public VmGroup FindOrCreate(PluginOptions options, ModuleInspection inspection)
    {
        var key = VmKey.Of(options);
        if (_groups.TryGetValue(key, out var group))
        {
            return group;
        }

        var definition = new VmDefinition
        {
            ModuleName = options.Name,
            Code = Compile(options),
            Abi = inspection.AbiVersion!.Value,
            Allocator = inspection.Allocator!,
            VmId = options.VmId,
            Partition = services.Partitions.Join(options.VmId, options.Limits),
            VmConfiguration = options.VmConfiguration,
            Environment = [.. options.Environment.Select(pair => Encoding.UTF8.GetBytes($"{pair.Key}={pair.Value}\0"))],
            AllowedCapabilities = options.AllowedCapabilities,
            Limits = options.Limits,
            Backoff = options.ReloadBackoff,
        };
        var slots = new VmSlot[workers.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = new VmSlot(definition, workers[i], services);
        }

        return new VmGroup(key, definition, slots);
    }

    /// <summary>Starts a plugin on every worker.</summary>
    /// <exception cref="PluginLoadException">
    /// It does not start on one of them, and is stopped on the others.
    /// </exception>
    public async Task StartAsync(Plugin plugin)
    {
        plugin.Group.Users++;
        _groups[plugin.Group.Key] = plugin.Group;
        services.Instruments.Track(plugin.Group.Definition);
        try
        {
            foreach (var slot in plugin.Group.Slots)
            {
                await slot.Worker.EnterAsync();
                try
                {
                    slot.Add(plugin);
                }
                finally
                {
                    slot.Worker.Exit();
                }
            }
        }
        catch (Exception exception) when (exception is VmStartException or EngineException)
        {
            await BeginStopAsync(plugin);
            await FinishStopAsync(plugin);
            throw StartProblem(plugin.Options, exception);
        }
    }

    /// <summary>Asks a plugin to end; the inner task completes when it has on every worker.</summary>
    public static async Task<Task> BeginStopAsync(Plugin plugin)
    {
        var ended = new List<Task>();
        foreach (var slot in plugin.Group.Slots)
        {
            await slot.Worker.EnterAsync();
            try
            {
                ended.Add(slot.BeginRemove(plugin));
            }
            finally
            {
                slot.Worker.Exit();
            }
        }

        return Task.WhenAll(ended);
    }

    /// <summary>Ends a plugin, ready or not.</summary>
    public async Task FinishStopAsync(Plugin plugin)
    {
        foreach (var slot in plugin.Group.Slots)
        {
            await slot.Worker.EnterAsync();
            try
            {
                slot.FinishRemove(plugin);
            }
            finally
            {
                slot.Worker.Exit();
            }
        }

        services.Metrics.Leave(plugin.Metrics);
        if (--plugin.Group.Users == 0)
        {
            services.Instruments.Untrack(plugin.Group.Definition);
            _groups.Remove(plugin.Group.Key);
            services.Partitions.Leave(plugin.Group.Definition.Partition);
            plugin.Group.Definition.Code.Dispose();
        }
    }

    private WasmCode Compile(PluginOptions options)
    {
        try
        {
            return engine.Compile(options.Name, options.Code);
        }
        catch (EngineException exception)
        {
            throw new PluginLoadException(
                "PW2003",
                $"plugin `{options.Name}` does not compile: {exception.Message}",
                "Build it for WebAssembly 1.0 with widely supported proposals (no threads, memory64, GC)",
                exception);
        }
    }

    private static PluginLoadException StartProblem(PluginOptions options, Exception exception) => exception switch
    {
        VmStartException { Failure.Fault.Reason: FaultReason.StartRejected } start => new PluginLoadException(
            "PW2004",
            $"plugin `{options.Name}` answered false in {start.Failure.Callback}: it rejects its configuration",
            "Check the configuration against the plugin's documentation and what it logged",
            exception),
        VmStartException start => new PluginLoadException(
            "PW2005",
            $"plugin `{options.Name}` failed in {start.Failure.Callback} ({start.Failure.Fault.Reason}): "
                + start.Failure.Fault.Message,
            "Look at what the plugin logged; a plugin must not fail while it starts",
            exception),
        _ => new PluginLoadException(
            "PW2006",
            $"plugin `{options.Name}` cannot be instantiated: {exception.Message}",
            "Check its memory and tables against the limits",
            exception),
    };
}
