namespace Wildgate.Gateway.Configuration;

/// <summary>The administration interface (Envoy's <c>config.bootstrap.v3.Admin</c>).</summary>
/// <param name="Address">Where it would listen, or null when the block names no address.</param>
public sealed record AdminConfig(SocketAddressConfig? Address);
