namespace Wildgate.Gateway.Configuration;

/// <summary>The routes of a set of domains (Envoy's <c>config.route.v3.VirtualHost</c>).</summary>
/// <param name="Name">The virtual host's name; never empty.</param>
/// <param name="Domains">
/// Lower-case patterns: an exact host, <c>*suffix</c>, <c>prefix*</c> or <c>*</c>. Envoy's order of preference is
/// exact, longest suffix, longest prefix, then <c>*</c>.
/// </param>
/// <param name="Routes">The routes; the first that matches wins. May be empty.</param>
public sealed record VirtualHostConfig(string Name, IReadOnlyList<string> Domains, IReadOnlyList<RouteConfig> Routes);
