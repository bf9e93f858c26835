using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Metrics;

/// <summary>
/// What the host measures of plugins. Nothing is measured while nobody listens, but the number of virtual machines.
/// Thread-safe.
/// </summary>
internal sealed class HostInstruments : IDisposable
{
    public const string MeterName = "ProxyWasm.Host";

    private readonly ConcurrentDictionary<VmDefinition, byte> _definitions = new();
    private readonly Histogram<double> _callbackDuration;
    private readonly Counter<long> _failures;
    private readonly ObservableGauge<long> _memory;
    private readonly Counter<long> _created;
    private long _active;

    public HostInstruments(VmPartitions partitions)
    {
        _callbackDuration = Meter.CreateHistogram<double>(
            "proxywasm.callback.duration", "s", "Time from entering a callback of a plugin to leaving it.");
        _failures = Meter.CreateCounter<long>(
            "proxywasm.vm.failures", "{failure}", "Virtual machines that failed, by reason.");
        _created = Meter.CreateCounter<long>("proxywasm.vm.created", "{vm}", "Virtual machines that were made.");
        Meter.CreateObservableUpDownCounter(
            "proxywasm.vm.active", () => Interlocked.Read(ref _active), "{vm}", "Virtual machines that exist.");
        _memory = Meter.CreateObservableGauge(
            "proxywasm.vm.memory.max", MeasureMemory, "By", "Largest linear memory of a plugin's virtual machines.");
        Meter.CreateObservableGauge(
            "proxywasm.shared_data.size",
            () => partitions.All.Select(partition => Measure(partition, partition.Data.Bytes)),
            "By",
            "Bytes of shared data by vm_id.");
        Meter.CreateObservableGauge(
            "proxywasm.shared_data.entries",
            () => partitions.All.Select(partition => Measure(partition, partition.Data.Count)),
            "{entry}",
            "Keys of shared data by vm_id.");
    }

    public Meter Meter { get; } = new(MeterName);

    /// <summary>Whether a callback is to be measured.</summary>
    public bool AreCallbacksObserved => _callbackDuration.Enabled || _memory.Enabled;

    public void Track(VmDefinition definition) => _definitions.TryAdd(definition, 0);

    public void Untrack(VmDefinition definition) => _definitions.TryRemove(definition, out _);

    public void CallbackReturned(string plugin, string callback, TimeSpan duration) => _callbackDuration.Record(
        duration.TotalSeconds, new(PluginMetrics.PluginTag, plugin), new("callback", callback));

    public void VmCreated(string module)
    {
        Interlocked.Increment(ref _active);
        _created.Add(1, new KeyValuePair<string, object?>(PluginMetrics.PluginTag, module));
    }

    public void VmGone() => Interlocked.Decrement(ref _active);

    public void VmFailed(string plugin, string reason) => _failures.Add(
        1, new(PluginMetrics.PluginTag, plugin), new("reason", reason));

    public void Dispose() => Meter.Dispose();

    private static Measurement<long> Measure(VmPartition partition, long value) =>
        new(value, new KeyValuePair<string, object?>("vm_id", partition.VmId));

    private IEnumerable<Measurement<long>> MeasureMemory() => _definitions.Keys.Select(
        definition => new Measurement<long>(
        definition.Memory.Bytes, new KeyValuePair<string, object?>(PluginMetrics.PluginTag, definition.ModuleName)));
}
