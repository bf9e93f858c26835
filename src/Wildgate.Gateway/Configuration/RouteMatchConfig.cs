namespace Wildgate.Gateway.Configuration;

/// <summary>Which paths a route takes (Envoy's <c>config.route.v3.RouteMatch</c>).</summary>
/// <param name="Kind">How <paramref name="Path"/> is compared.</param>
/// <param name="Path">
/// The path or its beginning, compared case-sensitively with the request's path. An exact path is compared without the
/// query.
/// </param>
public sealed record RouteMatchConfig(PathMatchKind Kind, string Path);
