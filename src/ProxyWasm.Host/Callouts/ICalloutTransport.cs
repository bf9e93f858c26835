namespace ProxyWasm.Host.Callouts;

/// <summary>
/// Carries the requests that plugins make. Time limits, buffering, gRPC and the way back into the plugin are the host's
/// part; a transport knows clusters and speaks HTTP. Implementations are thread-safe and never block.
/// </summary>
public interface ICalloutTransport
{
    /// <summary>
    /// Whether a cluster can be called. Called while a virtual machine waits, so it answers from memory.
    /// </summary>
    /// <param name="name">Name as the plugin gave it; may be anything.</param>
    CalloutClusterState FindCluster(string name);

    /// <summary>Sends a request and waits for the headers of the response. Not called for unknown clusters.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Ends the exchange at any time, also while its body is being read.</param>
    /// <returns>The response or the reason why there is none; failures are never exceptions.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ValueTask<CalloutResult> SendAsync(CalloutRequest request, CancellationToken cancellationToken);
}
