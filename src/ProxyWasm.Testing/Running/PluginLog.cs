using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;

namespace ProxyWasm.Testing.Running;

/// <summary>Keeps what plugins log, and shows it to whoever wants to see it at once.</summary>
internal sealed class PluginLog(LogLevel level, Action<PluginLogRecord>? observer) : IPluginLogSink
{
    private readonly List<PluginLogRecord> _records = [];

    public LogLevel Level => level;

    public IReadOnlyList<PluginLogRecord> Records => _records;

    public void Write(in PluginLogRecord record)
    {
        _records.Add(record);
        observer?.Invoke(record);
    }
}
