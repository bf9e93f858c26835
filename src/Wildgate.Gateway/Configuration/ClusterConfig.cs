namespace Wildgate.Gateway.Configuration;

/// <summary>A named group of upstream endpoints (Envoy's <c>config.cluster.v3.Cluster</c>).</summary>
public sealed record ClusterConfig
{
    /// <summary>The cluster's name; never empty.</summary>
    public required string Name { get; init; }

    /// <summary>How endpoints are found; <see cref="ClusterDiscovery.Static"/> by default.</summary>
    public required ClusterDiscovery Discovery { get; init; }

    /// <summary>How long a connection may take to be established; positive, 5 seconds by default.</summary>
    public required TimeSpan ConnectTimeout { get; init; }

    /// <summary>How an endpoint is chosen; <see cref="LoadBalancing.RoundRobin"/> by default.</summary>
    public required LoadBalancing LoadBalancing { get; init; }

    /// <summary>The endpoints: at least one, and exactly one for <see cref="ClusterDiscovery.LogicalDns"/>.</summary>
    public required IReadOnlyList<EndpointConfig> Endpoints { get; init; }

    /// <summary>The protocol spoken to the endpoints; <see cref="UpstreamProtocol.Http1"/> by default.</summary>
    public required UpstreamProtocol Protocol { get; init; }

    /// <summary>TLS towards the endpoints, or null for plain text.</summary>
    public UpstreamTlsConfig? Tls { get; init; }

    /// <summary>Which addresses of a host name are used; <see cref="DnsLookupFamily.Auto"/> by default.</summary>
    public required DnsLookupFamily DnsLookupFamily { get; init; }
}
