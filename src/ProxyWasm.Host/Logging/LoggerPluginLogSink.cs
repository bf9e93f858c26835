using Microsoft.Extensions.Logging;

namespace ProxyWasm.Host.Logging;

/// <summary>Passes the log records of plugins on to <see cref="ILogger"/>, category <c>ProxyWasm.Plugin</c>.</summary>
internal sealed partial class LoggerPluginLogSink(ILoggerFactory factory) : IPluginLogSink
{
    private readonly ILogger _logger = factory.CreateLogger("ProxyWasm.Plugin");

    public Abi.LogLevel Level
    {
        get
        {
            for (var level = Abi.LogLevel.Trace; level <= Abi.LogLevel.Critical; level++)
            {
                if (_logger.IsEnabled(Map(level)))
                {
                    return level;
                }
            }

            return Abi.LogLevel.Off;
        }
    }

    public void Write(in PluginLogRecord record)
    {
        var level = Map(record.Level);
        if (_logger.IsEnabled(level))
        {
            WriteRecord(
                _logger, level, record.PluginName, record.RootId, record.VmId, record.ContextId, record.Message);
        }
    }

    private static LogLevel Map(Abi.LogLevel level) => level switch
    {
        Abi.LogLevel.Trace => LogLevel.Trace,
        Abi.LogLevel.Debug => LogLevel.Debug,
        Abi.LogLevel.Info => LogLevel.Information,
        Abi.LogLevel.Warn => LogLevel.Warning,
        Abi.LogLevel.Error => LogLevel.Error,
        Abi.LogLevel.Critical => LogLevel.Critical,
        _ => LogLevel.None,
    };

    [LoggerMessage(EventId = 100, Message = "wasm log {PluginName} {RootId} {VmId} [{ContextId}]: {Message}")]
    private static partial void WriteRecord(
        ILogger logger, LogLevel level, string pluginName, string rootId, string vmId, int contextId, string message);
}
