using System.Net;
using Microsoft.Extensions.Logging;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.ForeignFunctions;
using ProxyWasm.Host.Logging;
using ProxyWasm.Host.Metrics;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Wasi;

namespace ProxyWasm.Host.Vms;

/// <summary>What virtual machines need of the process around them.</summary>
/// <param name="PluginLog">Takes what plugins log.</param>
/// <param name="Log">Takes what the host has to say about plugins.</param>
/// <param name="Time">The clock that guests see.</param>
/// <param name="Transport">Carries the requests that plugins make.</param>
internal sealed record VmServices(IPluginLogSink PluginLog, ILogger Log, TimeProvider Time, ICalloutTransport Transport)
{
    /// <summary>Shared data and queues.</summary>
    public required VmPartitions Partitions { get; init; }

    /// <summary>Metrics that plugins define.</summary>
    public required PluginMetrics Metrics { get; init; }

    /// <summary>Functions that plugins call by name.</summary>
    public required ForeignFunctionTable ForeignFunctions { get; init; }

    /// <summary>What the host measures itself.</summary>
    public required HostInstruments Instruments { get; init; }

    /// <summary>Looks names up for plugins.</summary>
    public required Func<string, CancellationToken, Task<IPAddress[]>> ResolveName { get; init; }

    /// <summary>Where work goes that nobody waits for.</summary>
    public required WorkQueue Queue { get; init; }

    /// <summary>Where the random bytes of guests come from.</summary>
    public required RandomFill FillRandom { get; init; }

    /// <summary>Gives a machine its host functions.</summary>
    public required Action<ImportTable, Vm> DefineImports { get; init; }
}
