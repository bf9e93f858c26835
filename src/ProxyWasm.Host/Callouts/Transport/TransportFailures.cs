using System.Net.Sockets;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>Says in the terms of callouts what the exceptions of the HTTP client mean.</summary>
internal static class TransportFailures
{
    // RST_STREAM codes with which a peer refuses a stream but not the connection, RFC 9113, section 7.
    private const long RefusedStream = 7;
    private const long Cancel = 8;
    private const long InternalError = 2;

    /// <summary>The failure, or <see cref="CalloutFailure.None"/> when the network is not the cause.</summary>
    public static CalloutFailure Translate(Exception exception) => exception switch
    {
        HttpRequestException { InnerException: HttpProtocolException protocol } => Translate(protocol),
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown, InnerException: IOException } =>
            CalloutFailure.ConnectionTermination,
        HttpRequestException request => Translate(request.HttpRequestError),
        HttpProtocolException protocol => Translate(protocol),
        HttpIOException { InnerException: HttpProtocolException protocol } => Translate(protocol),
        HttpIOException io => Translate(io.HttpRequestError),
        IOException => CalloutFailure.ConnectionTermination,
        // The client's own time limit for making a connection.
        OperationCanceledException => CalloutFailure.ConnectionTimeout,
        _ => CalloutFailure.None,
    };

    /// <summary>The cause in a few words.</summary>
    public static string Describe(Exception exception)
    {
        var cause = exception;
        while (cause.InnerException is { } inner && cause is not SocketException)
        {
            cause = inner;
        }

        return cause.Message;
    }

    private static CalloutFailure Translate(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => CalloutFailure.ConnectionFailure,
        HttpRequestError.ConnectionError => CalloutFailure.ConnectionFailure,
        HttpRequestError.SecureConnectionError => CalloutFailure.ConnectionFailure,
        HttpRequestError.ResponseEnded => CalloutFailure.ConnectionTermination,
        HttpRequestError.ConfigurationLimitExceeded => CalloutFailure.Overflow,
        HttpRequestError.Unknown => CalloutFailure.ConnectionTermination,
        _ => CalloutFailure.ProtocolError,
    };

    private static CalloutFailure Translate(HttpProtocolException exception) =>
        exception.ErrorCode is RefusedStream or Cancel or InternalError or 0
            ? CalloutFailure.RemoteReset
            : CalloutFailure.ProtocolError;
}
