using ProxyWasm.Sdk.Http;

namespace ProxyWasm.Sdk.Calls;

/// <summary>Calls of other services, which are clusters of the host's configuration.</summary>
public static class Upstream
{
    /// <summary>Sends an HTTP request; it is under way when this returns.</summary>
    /// <returns>To be awaited. Nothing is thrown for a service that does not answer: see <see
    /// cref="HttpResponse"/>.</returns>
    public static HttpCall SendAsync(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new HttpCall(request);
    }

    /// <inheritdoc cref="SendAsync(HttpRequest)"/>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Ends the wait; an answer that comes later is dropped.</param>
    public static HttpCall SendAsync(HttpRequest request, CancellationToken cancellation)
    {
        var call = SendAsync(request);
        call.CancelWith(cancellation);
        return call;
    }

    /// <summary>Calls a gRPC method with one message and one reply; it is under way when this returns.</summary>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="service">Full name of the service.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="message">The serialised message.</param>
    /// <param name="metadata">Metadata to send.</param>
    /// <param name="timeout">How long to wait. Default: 5 seconds.</param>
    public static GrpcCall CallGrpcAsync(
        string cluster,
        string service,
        string method,
        ReadOnlySpan<byte> message,
        HeaderList? metadata = null,
        TimeSpan? timeout = null) =>
        new(cluster, service, method, message, metadata, timeout ?? TimeSpan.FromSeconds(5));

    /// <inheritdoc cref="CallGrpcAsync(string, string, string, ReadOnlySpan{byte}, HeaderList, TimeSpan?)"/>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="service">Full name of the service.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="message">The serialised message.</param>
    /// <param name="metadata">Metadata to send.</param>
    /// <param name="timeout">How long to wait. Default: 5 seconds.</param>
    /// <param name="cancellation">Ends the wait, and cancels the call.</param>
    public static GrpcCall CallGrpcAsync(
        string cluster,
        string service,
        string method,
        ReadOnlySpan<byte> message,
        HeaderList? metadata,
        TimeSpan? timeout,
        CancellationToken cancellation)
    {
        var call = CallGrpcAsync(cluster, service, method, message, metadata, timeout);
        call.CancelWith(cancellation);
        return call;
    }
}
