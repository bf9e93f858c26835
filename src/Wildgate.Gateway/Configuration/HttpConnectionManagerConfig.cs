namespace Wildgate.Gateway.Configuration;

/// <summary>
/// How one listener speaks HTTP (Envoy's <c>HttpConnectionManager</c>). The terminal router filter is not listed: it
/// is always present and last.
/// </summary>
public sealed record HttpConnectionManagerConfig
{
    /// <summary>The prefix under which statistics are counted; never empty.</summary>
    public required string StatPrefix { get; init; }

    /// <summary>The HTTP versions a client may speak; <see cref="HttpCodec.Auto"/> by default.</summary>
    public required HttpCodec Codec { get; init; }

    /// <summary>Where requests go.</summary>
    public required RouteTableConfig Routes { get; init; }

    /// <summary>The plugins that log each request when it is over (<c>access_log</c>); may be empty.</summary>
    public IReadOnlyList<PluginConfig> AccessLoggers { get; init; } = [];

    /// <summary>The plugins a request passes before the router, first to last; may be empty.</summary>
    public required IReadOnlyList<WasmFilterConfig> Filters { get; init; }
}
