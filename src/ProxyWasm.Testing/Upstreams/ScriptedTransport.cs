using ProxyWasm.Host.Callouts;

namespace ProxyWasm.Testing.Upstreams;

/// <summary>Takes the calls of the plugin to the scripted upstreams.</summary>
internal sealed class ScriptedTransport(TestUpstreams upstreams, TestHost host) : ICalloutTransport
{
    public CalloutClusterState FindCluster(string name) => upstreams.Find(name) switch
    {
        null => CalloutClusterState.Unknown,
        { IsAvailable: false } => CalloutClusterState.Unavailable,
        _ => CalloutClusterState.Ready,
    };

    public async ValueTask<CalloutResult> SendAsync(CalloutRequest request, CancellationToken cancellationToken)
    {
        var call = new TestCall(host, request);
        upstreams.Record(call);
        upstreams.Find(request.Cluster)?.FindRule(call)?.Apply(call, host.Clock);
        await using (cancellationToken.UnsafeRegister(
            static (state, token) => ((TestCall)state!).Cancel(token), call))
        {
            return await call.Result;
        }
    }
}
