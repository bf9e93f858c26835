using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProxyWasm.Host;
using ProxyWasm.Host.Logging;
using Wildgate.Gateway.Plugins;

namespace Wildgate.Gateway;

/// <summary>Settings of a gateway that are not part of its configuration file.</summary>
public sealed record GatewayOptions
{
    /// <summary>Takes what the gateway logs.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Takes what plugins log; null sends it to <see cref="LoggerFactory"/>.</summary>
    public IPluginLogSink? PluginLog { get; init; }

    /// <summary>What each plugin may use.</summary>
    public PluginLimits Limits { get; init; } = PluginLimits.Default;

    /// <summary>Number of workers; each plugin has a virtual machine on each.</summary>
    /// <value>Default: one per processor.</value>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Where modules that are fetched over HTTP are kept.</summary>
    /// <value>Default: one for the process.</value>
    public RemoteCodeCache CodeCache { get; init; } = RemoteCodeCache.Shared;

    /// <summary>The clock of plugins, of their timers and of the pauses before a failed one starts again.</summary>
    /// <value>Default: that of the system.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long requests in flight may go on after the gateway was told to stop.</summary>
    /// <value>Default 10 s.</value>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
