using ProxyWasm.Host.Http;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Routing;

namespace Wildgate.Gateway.Hosting;

/// <summary>
/// A listener at work: what happens to the requests of its connections. It is a feature of each of these connections,
/// and so of their requests.
/// </summary>
internal sealed record Listener(ListenerConfig Config, RouteTable Routes, HttpFilterChain Plugins);
