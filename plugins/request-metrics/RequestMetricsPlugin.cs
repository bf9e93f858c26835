namespace RequestMetrics;

/// <summary>Counts requests and their time per route and class of status.</summary>
[Plugin]
internal sealed class RequestMetricsPlugin : Plugin<RequestMetricsConfig>
{
    private RouteTable _routes = null!;

    protected override bool OnConfigured()
    {
        _routes = new RouteTable(Config.Prefix, Config.MaxRoutes);
        return true;
    }

    protected override HttpFilter CreateHttpFilter() => new RequestMetricsFilter(_routes);
}
