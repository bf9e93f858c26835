using Microsoft.Extensions.Logging;

namespace ProxyWasm.Host.Failures;

/// <summary>What the host has to say about plugins that fail.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 200,
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} failed in {Callback} ({Reason}): {Message}. Its virtual machine is "
            + "replaced.{Backtrace}")]
    public static partial void PluginFailed(
        ILogger logger, string plugin, string callback, string reason, string message, string backtrace);

    [LoggerMessage(
        EventId = 201,
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} did not start again: {Message}. Next try in {Delay}.")]
    public static partial void RestartFailed(ILogger logger, string plugin, string message, TimeSpan delay);

    [LoggerMessage(
        EventId = 202,
        Level = LogLevel.Information,
        Message = "Plugin {Plugin} runs again on worker {Worker}.")]
    public static partial void Restarted(ILogger logger, string plugin, int worker);

    [LoggerMessage(EventId = 203, Level = LogLevel.Critical, Message = "Defect in the Proxy-Wasm host.")]
    public static partial void HostDefect(ILogger logger, Exception defect);

    [LoggerMessage(EventId = 204, Level = LogLevel.Warning, Message = "Plugin {Plugin}: {Warning}")]
    public static partial void ModuleWarning(ILogger logger, string plugin, string warning);

    [LoggerMessage(
        EventId = 205,
        Level = LogLevel.Warning,
        Message = "Plugin {Plugin} answered false in on_done and did not call proxy_done within {Timeout}; "
            + "it is ended.")]
    public static partial void NotDoneInTime(ILogger logger, string plugin, TimeSpan timeout);

    [LoggerMessage(
        EventId = 206,
        Level = LogLevel.Error,
        Message = "The foreign function '{Function}' failed, called by plugin {Plugin}.")]
    public static partial void ForeignFunctionFailed(
        ILogger logger, Exception exception, string function, string plugin);

    [LoggerMessage(
        EventId = 210,
        Level = LogLevel.Warning,
        Message = "Shared data of vm_id '{VmId}' is full ({Limit} bytes): least recently used keys are "
            + "dropped, since '{Key}' "
            + "was written. Raise SharedDataBytes or write fewer keys.")]
    public static partial void SharedDataEvicted(ILogger logger, string vmId, string key, long limit);

    [LoggerMessage(
        EventId = 211,
        Level = LogLevel.Warning,
        Message = "Plugin {Plugin}: the queue '{Queue}' is full and drops items. Raise QueueItems or "
            + "QueueBytes, or make sure "
            + "that somebody takes items out.")]
    public static partial void QueueFull(ILogger logger, string plugin, string queue);

    [LoggerMessage(
        EventId = 212,
        Level = LogLevel.Warning,
        Message = "Plugin {Plugin}: the queue '{Queue}' is not made, its vm_id has too many or the name is too long. "
            + "Register queues once, under fixed names.")]
    public static partial void TooManyQueues(ILogger logger, string plugin, string queue);

    [LoggerMessage(
        EventId = 213,
        Level = LogLevel.Warning,
        Message = "Plugin {Plugin}: the metric '{Metric}' and others are dropped, the plugin may define "
            + "{Limit}, with names up to "
            + "4096 bytes. Use fewer names (none per path or user), or raise the limit.")]
    public static partial void TooManyMetrics(ILogger logger, string plugin, string metric, int limit);
}
