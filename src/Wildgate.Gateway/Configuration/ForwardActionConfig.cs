namespace Wildgate.Gateway.Configuration;

/// <summary>Forwards the request to a cluster (Envoy's <c>config.route.v3.RouteAction</c>).</summary>
public sealed record ForwardActionConfig : RouteActionConfig
{
    /// <summary>The name of the cluster, which exists in the same configuration.</summary>
    public required string Cluster { get; init; }

    /// <summary>What replaces the matched prefix or path; null leaves the path alone.</summary>
    public string? PrefixRewrite { get; init; }

    /// <summary>
    /// How long the upstream may take for the whole response; 15 seconds by default, <see cref="TimeSpan.Zero"/> for no
    /// limit.
    /// </summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The host sent upstream; null unless the configuration sets it.</summary>
    public string? HostRewrite { get; init; }

    /// <summary>
    /// Whether the host sent upstream is the host name of the chosen endpoint; never together with
    /// <see cref="HostRewrite"/>.
    /// </summary>
    public bool AutoHostRewrite { get; init; }
}
