using Microsoft.Extensions.Logging;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Host.Vms;

/// <summary>What virtual machines need of the process around them.</summary>
/// <param name="PluginLog">Takes what plugins log.</param>
/// <param name="Log">Takes what the host has to say about plugins.</param>
/// <param name="Time">The clock that guests see.</param>
/// <param name="Transport">Carries the requests that plugins make.</param>
internal sealed record VmServices(IPluginLogSink PluginLog, ILogger Log, TimeProvider Time, ICalloutTransport Transport)
{
    /// <summary>Shared data and queues.</summary>
    public VmPartitions Partitions { get; } = new();
}
