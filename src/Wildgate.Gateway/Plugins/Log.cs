using Microsoft.Extensions.Logging;

namespace Wildgate.Gateway.Plugins;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 420,
        Level = LogLevel.Warning,
        Message = "Plugin `{Plugin}` failed to load and fails open: traffic passes without it. {Problem}")]
    public static partial void LeftOut(ILogger logger, string plugin, string problem);

    [LoggerMessage(
        EventId = 421,
        Level = LogLevel.Error,
        Message = "Plugin `{Plugin}` failed to load and fails closed: all its traffic is refused. {Problem}")]
    public static partial void Refuses(ILogger logger, string plugin, string problem);

    [LoggerMessage(
        EventId = 422, Level = LogLevel.Warning, Message = "Attempt {Attempt} to fetch {Uri} failed: {Problem}.")]
    public static partial void FetchFailed(ILogger logger, int attempt, Uri uri, string problem);
}
