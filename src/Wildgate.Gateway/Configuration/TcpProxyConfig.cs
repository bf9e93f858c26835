namespace Wildgate.Gateway.Configuration;

/// <summary>How connections are passed on (Envoy's <c>TcpProxy</c>), and the plugins in front of it.</summary>
public sealed record TcpProxyConfig
{
    /// <summary>The prefix under which statistics are counted; never empty.</summary>
    public required string StatPrefix { get; init; }

    /// <summary>The cluster that connections are made to.</summary>
    public required string Cluster { get; init; }

    /// <summary>
    /// How long no byte may pass in either direction before the connection is closed; 1 hour by default, zero for ever.
    /// </summary>
    public required TimeSpan IdleTimeout { get; init; }

    /// <summary>The plugins that connections pass, first to last; may be empty.</summary>
    public required IReadOnlyList<WasmFilterConfig> Filters { get; init; }

    /// <summary>The plugins that log each connection when it is over (<c>access_log</c>); may be empty.</summary>
    public IReadOnlyList<PluginConfig> AccessLoggers { get; init; } = [];
}
