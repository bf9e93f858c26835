using System.Text;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Engines.Wasmtime;
using ProxyWasm.Host.Failures;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Logging;
using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host;

/// <summary>
/// Runs Proxy-Wasm plugins: loads modules, keeps a virtual machine per plugin and worker, and makes chains of plugins
/// that streams pass through. One per process is enough. Thread-safe.
/// </summary>
public sealed class PluginHost : IAsyncDisposable
{
    private readonly WasmEngine _engine = new WasmtimeEngine();
    private readonly SemaphoreSlim _loading = new(1);
    private readonly Dictionary<string, VmGroup> _groups = [];
    private readonly List<Plugin> _plugins = [];

    /// <summary>Makes a host without plugins.</summary>
    public PluginHost(PluginHostOptions? options = null)
    {
        options ??= new PluginHostOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        var log = options.LoggerFactory.CreateLogger("ProxyWasm.Host");
        Services = new VmServices(
            options.PluginLog ?? new LoggerPluginLogSink(options.LoggerFactory), log, options.TimeProvider);
        Workers = new WorkerPool(options.Workers, defect => Log.HostDefect(log, defect));
    }

    internal VmServices Services { get; }

    internal WorkerPool Workers { get; }

    /// <summary>Translates the WebAssembly text format to binary; for tests and samples.</summary>
    /// <exception cref="PluginLoadException">The text is not well-formed (<c>PW2001</c>).</exception>
    public byte[] ConvertText(string text)
    {
        try
        {
            return _engine.ConvertText(text);
        }
        catch (EngineException exception)
        {
            throw new PluginLoadException(
                "PW2001", $"the WebAssembly text is not well-formed: {exception.Message}", "Correct the text", exception);
        }
    }

    /// <summary>
    /// Loads a plugin and starts it on every worker: context create, <c>on_vm_start</c>, <c>on_configure</c>. When the
    /// task completes the plugin can serve streams.
    /// </summary>
    /// <exception cref="ModuleException">The code is not a Proxy-Wasm module that can run here.</exception>
    /// <exception cref="PluginLoadException">The module does not compile or start, or rejects its configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside of its range.</exception>
    public async Task<Plugin> LoadAsync(PluginOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Limits.Validate();
        var module = WasmModuleInfo.Parse(options.Code);
        var inspection = ModuleInspector.Inspect(module);
        inspection.ThrowIfNotRunnable();
        RequireMemoryWithinLimit(options, module);
        foreach (var warning in inspection.Warnings)
        {
            Log.ModuleWarning(Services.Log, options.Name, warning.ToString());
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            var group = FindOrCreateGroup(options, inspection);
            var plugin = new Plugin(this, options, inspection, group);
            await StartAsync(plugin);
            _plugins.Add(plugin);
            return plugin;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Makes a chain of plugins of this host; a request meets them in the given order.</summary>
    public HttpFilterChain CreateHttpChain(params IReadOnlyList<Plugin> plugins)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        return new HttpFilterChain(this, [.. plugins]);
    }

    /// <summary>Ends all plugins and frees the engine. No stream may run any more.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var plugin in _plugins.ToArray())
        {
            await plugin.DisposeAsync();
        }

        _engine.Dispose();
        _loading.Dispose();
    }

    internal async ValueTask UnloadAsync(Plugin plugin)
    {
        await _loading.WaitAsync();
        try
        {
            _plugins.Remove(plugin);
            await StopAsync(plugin);
        }
        finally
        {
            _loading.Release();
        }
    }

    private static void RequireMemoryWithinLimit(PluginOptions options, WasmModuleInfo module)
    {
        foreach (var memory in module.Memories)
        {
            var minimum = memory.Limits.Minimum * (ulong)memory.PageBytes;
            if (minimum > (ulong)options.Limits.MemoryBytes)
            {
                throw new PluginLoadException(
                    "PW2002",
                    $"plugin `{options.Name}` asks for {minimum} bytes of memory at start, the limit is {options.Limits.MemoryBytes}",
                    "Raise the memory limit of the plugin or build it with a smaller initial memory");
            }
        }
    }

    private VmGroup FindOrCreateGroup(PluginOptions options, ModuleInspection inspection)
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
            Partition = Services.Partitions.Join(options.VmId, options.Limits),
            VmConfiguration = options.VmConfiguration,
            Environment = [.. options.Environment.Select(pair => Encoding.UTF8.GetBytes($"{pair.Key}={pair.Value}\0"))],
            AllowedCapabilities = options.AllowedCapabilities,
            Limits = options.Limits,
        };
        var slots = new VmSlot[Workers.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            slots[i] = new VmSlot(definition, Workers[i], Services);
        }

        return new VmGroup(key, definition, slots);
    }

    private WasmCode Compile(PluginOptions options)
    {
        try
        {
            return _engine.Compile(options.Name, options.Code.Span);
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

    private async Task StartAsync(Plugin plugin)
    {
        plugin.Group.Users++;
        _groups[plugin.Group.Key] = plugin.Group;
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
            await StopAsync(plugin);
            throw StartProblem(plugin.Options, exception);
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
            $"plugin `{options.Name}` failed in {start.Failure.Callback} ({start.Failure.Fault.Reason}): {start.Failure.Fault.Message}",
            "Look at what the plugin logged; a plugin must not fail while it starts",
            exception),
        _ => new PluginLoadException(
            "PW2006",
            $"plugin `{options.Name}` cannot be instantiated: {exception.Message}",
            "Check its memory and tables against the limits",
            exception),
    };

    private async Task StopAsync(Plugin plugin)
    {
        foreach (var slot in plugin.Group.Slots)
        {
            await slot.Worker.EnterAsync();
            try
            {
                slot.Remove(plugin);
            }
            finally
            {
                slot.Worker.Exit();
            }
        }

        if (--plugin.Group.Users == 0)
        {
            _groups.Remove(plugin.Group.Key);
            Services.Partitions.Leave(plugin.Group.Definition.Partition);
            plugin.Group.Definition.Code.Dispose();
        }
    }
}
