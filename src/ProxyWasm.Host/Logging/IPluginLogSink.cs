using ProxyWasm.Abi;

namespace ProxyWasm.Host.Logging;

/// <summary>Receives what plugins log. Implementations are thread-safe and do not block.</summary>
public interface IPluginLogSink
{
    /// <summary>The lowest level that is recorded; what lies below is not even turned into text.</summary>
    LogLevel Level { get; }

    /// <summary>Takes one record; called while the virtual machine is held.</summary>
    void Write(in PluginLogRecord record);
}
