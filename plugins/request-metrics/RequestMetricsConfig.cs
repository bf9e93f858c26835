using System.ComponentModel.DataAnnotations;

namespace RequestMetrics;

/// <summary>Settings of the plugin.</summary>
[PluginConfig]
public sealed partial class RequestMetricsConfig
{
    /// <summary>What the names of the metrics begin with.</summary>
    [MinLength(1)]
    public string Prefix { get; init; } = "http";

    /// <summary>How many routes are told apart.</summary>
    [Range(1, 1000)]
    public int MaxRoutes { get; init; } = 100;
}
