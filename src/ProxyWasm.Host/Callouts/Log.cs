using Microsoft.Extensions.Logging;

namespace ProxyWasm.Host.Callouts;

/// <summary>What the host has to say about callouts.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 220,
        Level = LogLevel.Warning,
        Message = "Plugin {Plugin}: an answer of cluster {Cluster} was dropped, it is larger than {LimitBytes} bytes "
            + "or the callouts of the plugin hold too much memory. The limits are CalloutBytes and MemoryBytes.")]
    public static partial void AnswerTooLarge(ILogger logger, string plugin, string cluster, int limitBytes);

    [LoggerMessage(
        EventId = 221, Level = LogLevel.Error, Message = "The callout transport failed for cluster {Cluster}.")]
    public static partial void TransportDefect(ILogger logger, string cluster, Exception defect);

    [LoggerMessage(
        EventId = 222,
        Level = LogLevel.Warning,
        Message = "A plugin called cluster {Cluster} with request trailers. This transport cannot send them: "
            + "they are left out. This is said once.")]
    public static partial void TrailersLeftOut(ILogger logger, string cluster);

    [LoggerMessage(
        EventId = 223,
        Level = LogLevel.Debug,
        Message = "Plugin {Plugin}: the name '{Name}' has no address: {Reason}.")]
    public static partial void NameNotResolved(ILogger logger, string plugin, string name, string reason);
}
