using Microsoft.Extensions.Logging;

namespace ProxyWasm.AspNetCore;

internal static partial class Log
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Debug, Message = "A plugin reset the stream: {Details}.")]
    public static partial void StreamReset(ILogger logger, string details);

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "Answered {Status}: {Details}.")]
    public static partial void RequestRefused(ILogger logger, int status, string details);

    [LoggerMessage(EventId = 302, Level = LogLevel.Debug, Message = "The application stopped after a plugin took over.")]
    public static partial void ApplicationStopped(ILogger logger, Exception exception);
}
