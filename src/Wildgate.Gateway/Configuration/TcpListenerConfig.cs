namespace Wildgate.Gateway.Configuration;

/// <summary>One listening socket whose connections are passed on as they are, without HTTP.</summary>
/// <param name="Name">The listener's name; empty when the configuration gives none.</param>
/// <param name="Address">The IP address and port to bind; port 0 lets the operating system choose.</param>
/// <param name="Proxy">Where the bytes go, and through which plugins.</param>
public sealed record TcpListenerConfig(string Name, SocketAddressConfig Address, TcpProxyConfig Proxy);
