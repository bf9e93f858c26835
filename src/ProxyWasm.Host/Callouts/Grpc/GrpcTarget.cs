using ProxyWasm.Host.Http;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>Where a gRPC call goes: a cluster, found by its name or by a serialised <c>GrpcService</c>.</summary>
internal readonly record struct GrpcTarget(
    string Cluster, CalloutClusterState State, string Authority, IReadOnlyList<HeaderField> Metadata)
{
    /// <summary>
    /// Takes the bytes as a name first, since a name may happen to be a valid message; then as a message.
    /// </summary>
    public static GrpcTarget Find(Vm vm, ReadOnlySpan<byte> upstream)
    {
        var transport = vm.Services.Transport;
        var name = vm.Text.ClusterName(upstream);
        var state = transport.FindCluster(name);
        if (state != CalloutClusterState.Unknown || !GrpcServiceMessage.TryParse(upstream, out var service))
        {
            return new GrpcTarget(name, state, AuthorityOf(name), []);
        }

        foreach (var candidate in service.ClusterNames)
        {
            state = transport.FindCluster(candidate);
            if (state != CalloutClusterState.Unknown)
            {
                var authority = service.Authority.Length > 0 ? service.Authority : AuthorityOf(candidate);
                return new GrpcTarget(candidate, state, authority, service.Metadata);
            }
        }

        return new GrpcTarget(name, CalloutClusterState.Unknown, "", []);
    }

    // Envoy uses the cluster's name; of a URL the host is meant.
    private static string AuthorityOf(string cluster)
    {
        var scheme = cluster.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? cluster : cluster[(scheme + 3)..];
    }
}
