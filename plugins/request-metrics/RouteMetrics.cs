namespace RequestMetrics;

/// <summary>The metrics of one route.</summary>
internal sealed class RouteMetrics(string name, string prefix, string route)
{
    private const int Classes = 6;

    private readonly Counter?[] _requests = new Counter?[Classes];
    private readonly Histogram _milliseconds = new(prefix + ".milliseconds." + route);

    /// <summary>The name of the route in the configuration of the proxy.</summary>
    public string Name { get; } = name;

    /// <summary>Counts a request.</summary>
    /// <param name="status">Its status code, 0 when there was no response.</param>
    /// <param name="milliseconds">How long it took.</param>
    public void Count(int status, ulong milliseconds)
    {
        var statusClass = status is >= 100 and <= 599 ? status / 100 : 0;
        var counter = _requests[statusClass] ??= new Counter(
            prefix + ".requests." + route + "." + ClassName(statusClass));
        counter.Add();
        _milliseconds.Record(milliseconds);
    }

    private static string ClassName(int statusClass) => statusClass switch
    {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        5 => "5xx",
        _ => "none",
    };
}
