using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Metrics;

/// <summary>
/// A metric of the host. It is defined at its first use; metrics of the same name and kind are one, also across
/// plugins.
/// </summary>
public abstract class Metric
{
    private readonly MetricType _type;
    private PluginInstance? _instance;
    private int _id;
    private bool _isDefined;

    private protected Metric(MetricType type, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _type = type;
        Name = name;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    private protected bool TryGetId(out int id)
    {
        // A static metric outlives the virtual machines of a test host.
        if (_instance != PluginInstance.Current)
        {
            _instance = PluginInstance.Current;
            _isDefined = Hostcalls.DefineMetric(_type, Utf8Text.Encode(Name), out _id) == Status.Ok;
        }

        id = _id;
        return _isDefined;
    }

    private protected ulong Read() =>
        TryGetId(out var id) && Hostcalls.GetMetric(id, out var value) == Status.Ok ? value : 0;
}
