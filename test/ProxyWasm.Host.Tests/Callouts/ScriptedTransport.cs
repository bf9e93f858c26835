using ProxyWasm.Host.Callouts;

namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>A transport of an embedder: it knows the cluster <c>web</c> and does what a test wants.</summary>
internal sealed class ScriptedTransport(
    Func<CalloutRequest, CancellationToken, ValueTask<CalloutResult>> send) : ICalloutTransport
{
    /// <summary>Set when the headers of a response are there.</summary>
    public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CalloutClusterState FindCluster(string name) =>
        name == "web" ? CalloutClusterState.Ready : CalloutClusterState.Unknown;

    public async ValueTask<CalloutResult> SendAsync(CalloutRequest request, CancellationToken cancellationToken)
    {
        var result = await send(request, cancellationToken);
        Answered.TrySetResult();
        return result;
    }
}
