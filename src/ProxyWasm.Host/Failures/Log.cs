using Microsoft.Extensions.Logging;

namespace ProxyWasm.Host.Failures;

/// <summary>What the host has to say about plugins that fail.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 200,
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} failed in {Callback} ({Reason}): {Message}. Its virtual machine is replaced.{Backtrace}")]
    public static partial void PluginFailed(
        ILogger logger, string plugin, string callback, string reason, string message, string backtrace);

    [LoggerMessage(
        EventId = 201,
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} did not start again: {Message}. Next try in {Delay}.")]
    public static partial void RestartFailed(ILogger logger, string plugin, string message, TimeSpan delay);

    [LoggerMessage(EventId = 202, Level = LogLevel.Information, Message = "Plugin {Plugin} runs again on worker {Worker}.")]
    public static partial void Restarted(ILogger logger, string plugin, int worker);

    [LoggerMessage(EventId = 203, Level = LogLevel.Critical, Message = "Defect in the Proxy-Wasm host.")]
    public static partial void HostDefect(ILogger logger, Exception defect);

    [LoggerMessage(EventId = 204, Level = LogLevel.Warning, Message = "Plugin {Plugin}: {Warning}")]
    public static partial void ModuleWarning(ILogger logger, string plugin, string warning);
}
