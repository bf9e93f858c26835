using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Metrics;
using ProxyWasm.Host.Modules;
using ProxyWasm.Host.Scheduling;

namespace ProxyWasm.Host.Plugins;

/// <summary>A loaded plugin: one root context in a virtual machine on each worker. Thread-safe.</summary>
public sealed class Plugin : IAsyncDisposable
{
    private readonly RootContext?[] _roots;
    private readonly bool _seesRequestBody;
    private readonly bool _seesResponseBody;
    private readonly Lazy<Task> _unloading;

    internal Plugin(PluginHost host, PluginOptions options, ModuleInspection inspection, VmGroup group)
    {
        _unloading = new Lazy<Task>(() => host.UnloadAsync(this));
        Options = options;
        Group = group;
        Metrics = host.Services.Metrics.Join(options.Name);
        AbiVersion = inspection.AbiVersion!.Value;
        _roots = new RootContext?[host.Workers.Count];
        _seesRequestBody = Sees(inspection, options, "proxy_on_request_body", "proxy_on_request_trailers");
        _seesResponseBody = Sees(inspection, options, "proxy_on_response_body", "proxy_on_response_trailers");
    }

    /// <summary>What was loaded.</summary>
    public PluginOptions Options { get; }

    /// <summary>ABI version that the module declares.</summary>
    public AbiVersion AbiVersion { get; }

    internal VmGroup Group { get; }

    internal MetricScope Metrics { get; }

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
