namespace Wildgate.Gateway.Configuration;

/// <summary>
/// A validated gateway configuration: the supported part of an Envoy v3 bootstrap. Immutable and safe to share
/// between threads.
/// </summary>
public sealed record GatewayConfiguration
{
    /// <summary>The name of the text this was read from, as it appears in problems.</summary>
    public required string SourceName { get; init; }

    /// <summary>
    /// The listeners that speak HTTP (<c>static_resources.listeners</c>); at least one unless there are
    /// <see cref="TcpListeners"/>.
    /// </summary>
    public required IReadOnlyList<ListenerConfig> Listeners { get; init; }

    /// <summary>The listeners whose connections a TCP proxy passes on; may be empty.</summary>
    public IReadOnlyList<TcpListenerConfig> TcpListeners { get; init; } = [];

    /// <summary>The clusters (<c>static_resources.clusters</c>), with unique names; may be empty.</summary>
    public required IReadOnlyList<ClusterConfig> Clusters { get; init; }

    /// <summary>
    /// Hosts that plugins may call by URL instead of a cluster (<c>wildgate.allowed_url_hosts</c>, which Envoy does not
    /// have), each as <c>host</c>, <c>host:port</c>, <c>host:*</c> or with <c>*.</c> in front; none by default.
    /// </summary>
    public IReadOnlyList<string> AllowedUrlHosts { get; init; } = [];

    /// <summary>The administration interface (<c>admin</c>), or null when the configuration has none.</summary>
    public AdminConfig? Admin { get; init; }

    /// <summary>What was accepted but deserves attention, in the order of the text.</summary>
    public required IReadOnlyList<ConfigurationProblem> Warnings { get; init; }
}
