using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Routing;

/// <summary>
/// Finds the route of a request: first the virtual host by domain (exact, then the longest wildcard, then <c>*</c>), in
/// it the first route that matches. Immutable.
/// </summary>
internal sealed class RouteTable
{
    private readonly Dictionary<string, Route[]> _exact = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Suffix, Route[] Routes)> _suffixes = [];
    private readonly List<(string Prefix, Route[] Routes)> _prefixes = [];
    private readonly Route[] _any = [];

    public RouteTable(RouteTableConfig config)
    {
        foreach (var host in config.VirtualHosts)
        {
            var routes = host.Routes.Select(route => new Route(host.Name, route)).ToArray();
            foreach (var domain in host.Domains)
            {
                if (domain == "*")
                {
                    _any = routes;
                }
                else if (domain.StartsWith('*'))
                {
                    _suffixes.Add((domain[1..], routes));
                }
                else if (domain.EndsWith('*'))
                {
                    _prefixes.Add((domain[..^1], routes));
                }
                else
                {
                    _exact[domain] = routes;
                }
            }
        }

        _suffixes.Sort(static (left, right) => right.Suffix.Length.CompareTo(left.Suffix.Length));
        _prefixes.Sort(static (left, right) => right.Prefix.Length.CompareTo(left.Prefix.Length));
    }

    /// <summary>The route, or null when nothing matches.</summary>
    /// <param name="authority">Host and port as the client named them.</param>
    /// <param name="path">Path without the query.</param>
    public Route? Find(string authority, ReadOnlySpan<char> path)
    {
        foreach (var route in RoutesOf(authority))
        {
            if (route.Matches(path))
            {
                return route;
            }
        }

        return null;
    }

    private Route[] RoutesOf(string authority)
    {
        if (_exact.Count > 0 && _exact.TryGetValue(authority, out var routes))
        {
            return routes;
        }

        foreach (var (suffix, candidates) in _suffixes)
        {
            // A wildcard stands for at least one character.
            if (authority.Length > suffix.Length && authority.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return candidates;
            }
        }

        foreach (var (prefix, candidates) in _prefixes)
        {
            if (authority.Length > prefix.Length && authority.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return candidates;
            }
        }

        return _any;
    }
}
