[PluginConfig]
public sealed partial class PLUGIN_CLASSConfig
{
    /// <summary>The request header that carries the key.</summary>
    public string Header { get; init; } = "x-api-key";

    /// <summary>The keys that are let in.</summary>
    public string[] Keys { get; init; } = ["change-me"];
}
