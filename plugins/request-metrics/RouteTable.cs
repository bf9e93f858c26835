namespace RequestMetrics;

/// <summary>
/// The routes that were seen, by name. What is beyond the limit is one route, so that metrics stay few.
/// </summary>
internal sealed class RouteTable(string prefix, int limit)
{
    // Few enough to be looked through.
    private readonly List<RouteMetrics> _routes = [];
    private RouteMetrics? _other;

    public RouteMetrics Find(string? name)
    {
        var route = string.IsNullOrEmpty(name) ? "unnamed" : name;
        foreach (var known in _routes)
        {
            if (known.Name == route)
            {
                return known;
            }
        }

        if (_routes.Count >= limit)
        {
            return _other ??= new RouteMetrics("", prefix, "other");
        }

        var metrics = new RouteMetrics(route, prefix, Clean(route));
        _routes.Add(metrics);
        return metrics;
    }

    // Dots separate the parts of metric names, and much else is not allowed in the systems that read them.
    private static string Clean(string route)
    {
        var name = new char[route.Length];
        for (var index = 0; index < name.Length; index++)
        {
            name[index] = char.IsAsciiLetterOrDigit(route[index]) || route[index] == '-' ? route[index] : '_';
        }

        return new string(name);
    }
}
