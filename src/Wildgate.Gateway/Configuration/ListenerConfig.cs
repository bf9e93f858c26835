namespace Wildgate.Gateway.Configuration;

/// <summary>One listening socket (Envoy's <c>config.listener.v3.Listener</c>).</summary>
/// <param name="Name">The listener's name; empty when the configuration gives none.</param>
/// <param name="Address">The IP address and port to bind; port 0 lets the operating system choose.</param>
/// <param name="Http">What happens to the connections: always HTTP.</param>
public sealed record ListenerConfig(string Name, SocketAddressConfig Address, HttpConnectionManagerConfig Http);
