using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Running;

/// <summary>Shows what plugins log.</summary>
internal sealed class ConsolePluginLog(PluginLogConsole console, LogLevel level) : IPluginLogSink
{
    public LogLevel Level => level;

    public void Write(in PluginLogRecord record) =>
        console.Write(record.PluginName, record.Level, (uint)record.ContextId, record.Message);
}
