namespace Wildgate.Gateway.Configuration;

/// <summary>The routes of one connection manager (Envoy's <c>config.route.v3.RouteConfiguration</c>).</summary>
/// <param name="Name">The table's name; empty when the configuration gives none.</param>
/// <param name="VirtualHosts">The virtual hosts; no two share a name or a domain.</param>
public sealed record RouteTableConfig(string Name, IReadOnlyList<VirtualHostConfig> VirtualHosts);
