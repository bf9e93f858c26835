using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Engines.Wasmtime;
using ProxyWasm.Host.Failures;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Logging;
using ProxyWasm.Host.Metrics;
using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Tcp;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host;

/// <summary>
/// Runs Proxy-Wasm plugins: loads modules, keeps a virtual machine per plugin and worker, and makes chains of plugins
/// that streams pass through. One per process is enough. Thread-safe.
/// </summary>
public sealed class PluginHost : IAsyncDisposable
{
    private readonly WasmEngine _engine;
    private readonly SemaphoreSlim _loading = new(1);
    private readonly VmGroups _groups;
    private readonly TimeSpan _drainTimeout;
    private readonly List<Plugin> _plugins = [];

    /// <summary>Makes a host without plugins.</summary>
    public PluginHost(PluginHostOptions? options = null)
    {
        options ??= new PluginHostOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Workers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DrainTimeout, TimeSpan.Zero, nameof(options));
        _engine = options.Engine ?? CreateEngine();
        var log = options.LoggerFactory.CreateLogger("ProxyWasm.Host");
        var partitions = new VmPartitions();
        Services = new VmServices(
            options.PluginLog ?? new LoggerPluginLogSink(options.LoggerFactory),
            log,
            options.TimeProvider,
            options.Callouts)
        {
            Partitions = partitions,
            Metrics = new PluginMetrics(),
            ForeignFunctions = new ForeignFunctionTable(options.ForeignFunctions),
            Instruments = new HostInstruments(partitions),
            ResolveName = options.ResolveName,
            Queue = options.Queue,
            FillRandom = options.FillRandom,
            DefineImports = options.DefineImports,
        };
        Workers = new WorkerPool(options.Workers, defect => Log.HostDefect(log, defect), options.Queue);
        _groups = new VmGroups(_engine, Workers, Services);
        _drainTimeout = options.DrainTimeout;
    }

    /// <summary>The metrics that plugins define.</summary>
    public PluginMetrics Metrics => Services.Metrics;

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
                "PW2001",
                $"the WebAssembly text is not well-formed: {exception.Message}",
                "Correct the text at this place",
                exception);
        }
    }

    /// <summary>
    /// Loads a plugin and starts it on every worker: context create, <c>on_vm_start</c>, <c>on_configure</c>. When
    /// the task completes the plugin can serve streams.
    /// </summary>
    /// <exception cref="ModuleException">The code is not a Proxy-Wasm module that can run here.</exception>
    /// <exception cref="PluginLoadException">
    /// The module does not compile or start, or rejects its configuration.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside of its range.</exception>
    public async Task<Plugin> LoadAsync(PluginOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var inspection = ModuleInspector.Inspect(WasmModuleInfo.Parse(options.Code));
        return await LoadAsync(options, inspection, cancellationToken);
    }

    /// <summary>Loads a plugin whose code is known to the engine of this host and was inspected there.</summary>
    internal async Task<Plugin> LoadAsync(
        PluginOptions options, ModuleInspection inspection, CancellationToken cancellationToken = default)
    {
        options.Limits.Validate();
        options.ReloadBackoff.Validate();
        inspection.ThrowIfNotRunnable();
        RequireMemoryWithinLimit(options, inspection.Module);
        foreach (var warning in inspection.Warnings)
        {
            Log.ModuleWarning(Services.Log, options.Name, warning.ToString());
        }

        using (await EnterAsync(cancellationToken))
        {
            var plugin = new Plugin(this, options, inspection, _groups.FindOrCreate(options, inspection));
            await _groups.StartAsync(plugin);
            _plugins.Add(plugin);
            return plugin;
        }
    }

    /// <summary>
    /// The place of a plugin that cannot be loaded, for example because its code could not be fetched. Streams meet its
    /// failure policy: with <see cref="FailurePolicy.FailOpen"/> they pass as if it were absent, else HTTP requests are
    /// answered with 503 and TCP connections closed.
    /// </summary>
    /// <param name="options">Only name, failure policy and limits count; the code may be empty.</param>
    public Plugin CreateUnavailable(PluginOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new Plugin(this, options);
    }

    /// <summary>Makes a chain of plugins of this host; a request meets them in the given order.</summary>
    public HttpFilterChain CreateHttpChain(params IReadOnlyList<Plugin> plugins) => CreateHttpChain(plugins, []);

    /// <summary>As above, with access loggers.</summary>
    /// <param name="plugins">What streams pass through, in this order; may be empty.</param>
    /// <param name="accessLoggers">
    /// Plugins whose root context is called with <c>on_log</c> when a stream has ended (Envoy's
    /// <c>envoy.access_loggers.wasm</c>), after those of the chain. They read its maps and properties, change nothing,
    /// and one that cannot run harms no stream.
    /// </param>
    public HttpFilterChain CreateHttpChain(IReadOnlyList<Plugin> plugins, IReadOnlyList<Plugin> accessLoggers)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(accessLoggers);
        return new HttpFilterChain(this, [.. plugins], [.. accessLoggers]);
    }

    /// <summary>
    /// Makes a chain of plugins of this host for TCP connections; a client's bytes meet them in the given order.
    /// </summary>
    public TcpFilterChain CreateTcpChain(params IReadOnlyList<Plugin> plugins) => CreateTcpChain(plugins, []);

    /// <summary>As above, with access loggers, whose root context logs each connection when it has ended.</summary>
    public TcpFilterChain CreateTcpChain(IReadOnlyList<Plugin> plugins, IReadOnlyList<Plugin> accessLoggers)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(accessLoggers);
        return new TcpFilterChain(this, [.. plugins], [.. accessLoggers]);
    }

    /// <summary>
    /// Ends all plugins and frees the engine. No stream may run any more. Takes up to
    /// <see cref="PluginHostOptions.DrainTimeout"/> when a plugin has work to finish.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Plugin[] plugins;
        using (await EnterAsync())
        {
            plugins = [.. _plugins];
        }

        await Task.WhenAll(plugins.Select(plugin => plugin.DisposeAsync().AsTask()));
        Services.Metrics.Close();
        Services.Instruments.Dispose();
        _engine.Dispose();
        _loading.Dispose();
    }

    /// <summary>An engine for several hosts.</summary>
    internal static WasmEngine CreateEngine() => new WasmtimeEngine();

    internal async Task UnloadAsync(Plugin plugin)
    {
        Task ended;
        using (await EnterAsync())
        {
            ended = await VmGroups.BeginStopAsync(plugin);
        }

        // Other plugins can be loaded and unloaded meanwhile.
        await WaitForEndAsync(plugin, ended);
        using (await EnterAsync())
        {
            await _groups.FinishStopAsync(plugin);
            _plugins.Remove(plugin);
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
                    $"plugin `{options.Name}` asks for {minimum} bytes of memory at start, "
                        + $"the limit is {options.Limits.MemoryBytes}",
                    "Raise the memory limit of the plugin or build it with a smaller initial memory");
            }
        }
    }

    private async Task WaitForEndAsync(Plugin plugin, Task ended)
    {
        try
        {
            await ended.WaitAsync(_drainTimeout, Services.Time);
        }
        catch (TimeoutException)
        {
            Log.NotDoneInTime(Services.Log, plugin.Options.Name, _drainTimeout);
        }
    }

    // One load or unload at a time.
    private async Task<LoadTurn> EnterAsync(CancellationToken cancellationToken = default)
    {
        await _loading.WaitAsync(cancellationToken);
        return new LoadTurn(_loading);
    }

    private readonly struct LoadTurn(SemaphoreSlim loading) : IDisposable
    {
        public void Dispose() => loading.Release();
    }
}
