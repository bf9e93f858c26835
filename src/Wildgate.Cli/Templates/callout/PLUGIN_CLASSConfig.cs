[PluginConfig]
public sealed partial class PLUGIN_CLASSConfig
{
    /// <summary>The cluster of the service that is asked.</summary>
    public string Cluster { get; init; } = "numbers";

    /// <summary>Path and query to ask for.</summary>
    public string Path { get; init; } = "/next";

    /// <summary>How long to wait for the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);
}
