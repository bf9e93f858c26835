namespace Wildgate.Gateway.Configuration;

/// <summary>One route (Envoy's <c>config.route.v3.Route</c>).</summary>
/// <param name="Name">
/// The route's name (property <c>xds.route_name</c>); empty when the configuration gives none.
/// </param>
/// <param name="Match">Which requests it takes.</param>
/// <param name="Action">What happens to them.</param>
public sealed record RouteConfig(string Name, RouteMatchConfig Match, RouteActionConfig Action);
