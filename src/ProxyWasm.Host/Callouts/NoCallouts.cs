namespace ProxyWasm.Host.Callouts;

/// <summary>The transport of a host that was given none: there are no clusters.</summary>
internal sealed class NoCallouts : ICalloutTransport
{
    public CalloutClusterState FindCluster(string name) => CalloutClusterState.Unknown;

    public ValueTask<CalloutResult> SendAsync(CalloutRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CalloutResult(CalloutFailure.NoHealthyUpstream));
}
