namespace Wildgate.Gateway.Configuration;

/// <summary>A TCP address (Envoy's <c>config.core.v3.SocketAddress</c>).</summary>
/// <param name="Address">An IP address or, for endpoints found by DNS, a host name.</param>
/// <param name="Port">The port, 0 to 65535; 0 only where the operating system may choose one.</param>
public sealed record SocketAddressConfig(string Address, int Port);
