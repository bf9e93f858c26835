namespace Wildgate.Gateway.Configuration;

/// <summary>One upstream endpoint (Envoy's <c>config.endpoint.v3.Endpoint</c>).</summary>
/// <param name="Address">Where it listens; the port is never 0.</param>
/// <param name="HostName">
/// The host name <c>auto_host_rewrite</c> sends; empty when the configuration gives none.
/// </param>
public sealed record EndpointConfig(SocketAddressConfig Address, string HostName);
