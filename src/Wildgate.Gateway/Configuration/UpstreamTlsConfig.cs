namespace Wildgate.Gateway.Configuration;

/// <summary>TLS towards a cluster (Envoy's <c>UpstreamTlsContext</c>).</summary>
/// <param name="Sni">The server name sent in the handshake; empty when the configuration gives none.</param>
/// <remarks>
/// The configuration names no trusted authorities. Envoy then accepts any certificate; whoever opens the connection
/// decides what it accepts.
/// </remarks>
public sealed record UpstreamTlsConfig(string Sni);
