using System.ComponentModel.DataAnnotations;

namespace HttpCallout;

/// <summary>Settings of the plugin.</summary>
[PluginConfig]
public sealed partial class HttpCalloutConfig
{
    /// <summary>The cluster to call.</summary>
    [MinLength(1)]
    public required string Cluster { get; init; }

    /// <summary>Path and query to ask for.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The host to ask for; the name of the cluster when it is empty.</summary>
    public string Host { get; init; } = "";

    /// <summary>How long to wait for the answer.</summary>
    [Range(1, 60_000)]
    public int TimeoutMilliseconds { get; init; } = 1000;
}
