using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Metrics;
using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Scheduling;

namespace ProxyWasm.Host.Plugins;

/// <summary>
/// A loaded plugin: one root context in a virtual machine on each worker; or, when it could not be loaded, its place in
/// the chain, where its failure policy applies. Thread-safe.
/// </summary>
public sealed class Plugin : IAsyncDisposable
{
    private readonly RootContext?[] _roots;
    private readonly bool _seesRequestBody;
    private readonly bool _seesResponseBody;
    private readonly Lazy<Task> _unloading;
    private readonly VmGroup? _group;
    private readonly MetricScope? _metrics;

    internal Plugin(PluginHost host, PluginOptions options, ModuleInspection inspection, VmGroup group)
    {
        _unloading = new Lazy<Task>(() => host.UnloadAsync(this));
        Options = options;
        _group = group;
        _metrics = host.Services.Metrics.Join(options.Name);
        AbiVersion = inspection.AbiVersion;
        _roots = new RootContext?[host.Workers.Count];
        _seesRequestBody = Sees(inspection, options, "proxy_on_request_body", "proxy_on_request_trailers");
        _seesResponseBody = Sees(inspection, options, "proxy_on_response_body", "proxy_on_response_trailers");
    }

    /// <summary>The place of a plugin that could not be loaded.</summary>
    internal Plugin(PluginHost host, PluginOptions options)
    {
        _unloading = new Lazy<Task>(Task.CompletedTask);
        Options = options;
        _roots = new RootContext?[host.Workers.Count];
    }

    /// <summary>What was loaded.</summary>
    public PluginOptions Options { get; }

    /// <summary>Whether the plugin was loaded; if not, its failure policy decides about every stream.</summary>
    public bool IsLoaded => _group is not null;

    /// <summary>ABI version that the module declares; null for a plugin that was not loaded.</summary>
    public AbiVersion? AbiVersion { get; }

    internal VmGroup Group => _group ?? throw NotLoaded();

    internal MetricScope Metrics => _metrics ?? throw NotLoaded();

    /// <summary>
    /// Ends the plugin. Streams that still run through it are answered as if it had failed. Takes up to
    /// <see cref="PluginHostOptions.DrainTimeout"/> when the plugin has work to finish.
    /// </summary>
    public ValueTask DisposeAsync() => new(_unloading.Value);

    /// <summary>The root context on a worker; null while its virtual machine is being replaced.</summary>
    internal RootContext? RootOn(Worker worker) => Volatile.Read(ref _roots[worker.Index]);

    internal void SetRoot(Worker worker, RootContext? root) => Volatile.Write(ref _roots[worker.Index], root);

    /// <summary>Whether the plugin looks at body or trailers of a direction.</summary>
    internal bool SeesBody(DirectionKind kind) => kind == DirectionKind.Request ? _seesRequestBody : _seesResponseBody;

    private InvalidOperationException NotLoaded() =>
        new($"plugin `{Options.Name}` was not loaded: it has no virtual machines");

    private static bool Sees(ModuleInspection inspection, PluginOptions options, params ReadOnlySpan<string> callbacks)
    {
        foreach (var callback in callbacks)
        {
            if (inspection.Callbacks.Contains(callback)
                && (options.AllowedCapabilities.Count == 0 || options.AllowedCapabilities.Contains(callback)))
            {
                return true;
            }
        }

        return false;
    }
}
