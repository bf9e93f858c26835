using Microsoft.Extensions.Logging;

namespace ProxyWasm.AspNetCore;

internal static partial class Log
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Debug, Message = "A plugin reset the stream: {Details}.")]
    public static partial void StreamReset(ILogger logger, string details);

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "Answered {Status}: {Details}.")]
    public static partial void RequestRefused(ILogger logger, int status, string details);

    [LoggerMessage(
        EventId = 302, Level = LogLevel.Debug, Message = "The application stopped after a plugin took over.")]
    public static partial void ApplicationStopped(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 303, Level = LogLevel.Warning, Message = "Broke a response off: {Details}.")]
    public static partial void ResponseBrokenOff(ILogger logger, string details);

    [LoggerMessage(
        EventId = 310, Level = LogLevel.Debug, Message = "A plugin closed connection {Connection}: {Details}.")]
    public static partial void ConnectionClosed(ILogger logger, string connection, string details);

    [LoggerMessage(
        EventId = 311,
        Level = LogLevel.Debug,
        Message = "The connection's handler stopped when the connection had ended.")]
    public static partial void ConnectionHandlerStopped(ILogger logger, Exception exception);
}
