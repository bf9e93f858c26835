using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Logging;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Vms;
using ProxyWasm.Host.Wasi;

namespace ProxyWasm.Host;

/// <summary>Settings of a <see cref="PluginHost"/>.</summary>
public sealed record PluginHostOptions
{
    /// <summary>Number of workers, and so of virtual machines per plugin.</summary>
    /// <value>Default: one per processor; at least 1.</value>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Takes what the host logs, and what plugins log unless <see cref="PluginLog"/> is set.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>
    /// Takes what plugins log; null sends it to <see cref="LoggerFactory"/>, category <c>ProxyWasm.Plugin</c>.
    /// </summary>
    public IPluginLogSink? PluginLog { get; init; }

    /// <summary>
    /// How long a plugin that is unloaded may go on to finish its work: one that answers false in <c>on_done</c> and
    /// has not called <c>proxy_done</c> after this time is ended.
    /// </summary>
    /// <value>Default 10 s; <see cref="TimeSpan.Zero"/> waits for nobody.</value>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Functions in .NET that plugins call by name, beside the built-in ones: <c>compress</c>, <c>uncompress</c>,
    /// <c>clear_route_cache</c>, <c>set_envoy_filter_state</c>, <c>declare_property</c>, <c>verify_signature</c>,
    /// <c>sign</c>. One with the name of a built-in function takes its place.
    /// </summary>
    public IReadOnlyDictionary<string, ForeignFunction> ForeignFunctions { get; init; } =
        new Dictionary<string, ForeignFunction>();

    /// <summary>The clock of guests, timers and back-off.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Carries HTTP and gRPC calls of plugins, such as an <c>HttpCalloutTransport</c>; the host does not dispose it.
    /// </summary>
    /// <value>Default: one without any cluster.</value>
    public ICalloutTransport Callouts { get; init; } = new NoCallouts();

    /// <summary>
    /// Looks a name up for plugins that call <c>envoy_resolve_dns</c>. A name that has no address, or is none, is a
    /// <see cref="System.Net.Sockets.SocketException"/> or <see cref="ArgumentException"/>. Thread-safe.
    /// </summary>
    /// <value>Default: the resolver of the system.</value>
    public Func<string, CancellationToken, Task<IPAddress[]>> ResolveName { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>The engine, which the host disposes; null for Wasmtime.</summary>
    internal WasmEngine? Engine { get; init; }

    /// <summary>Runs what the host does beside the calls made to it.</summary>
    internal WorkQueue Queue { get; init; } = WorkQueue.ThreadPool;

    /// <summary>Gives each virtual machine its host functions.</summary>
    internal Action<ImportTable, Vm> DefineImports { get; init; } = HostcallTable.Define;

    /// <summary>Where the random bytes of guests come from.</summary>
    internal RandomFill FillRandom { get; init; } = RandomNumberGenerator.Fill;
}
