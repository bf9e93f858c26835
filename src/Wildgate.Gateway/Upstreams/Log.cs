using Microsoft.Extensions.Logging;

namespace Wildgate.Gateway.Upstreams;

internal static partial class Log
{
    [LoggerMessage(
        EventId = 400,
        Level = LogLevel.Warning,
        Message = "Cannot connect to {Endpoint} of cluster {Cluster}: {Reason}.")]
    public static partial void ConnectFailed(ILogger logger, string endpoint, string cluster, string reason);

    [LoggerMessage(
        EventId = 401, Level = LogLevel.Debug, Message = "A connection to cluster {Cluster} ended: {Reason}.")]
    public static partial void ConnectionEnded(ILogger logger, string cluster, string reason);
}
