[PluginConfig]
public sealed partial class PLUGIN_CLASSConfig
{
    /// <summary>The text to look for.</summary>
    public string Find { get; init; } = "tame";

    /// <summary>The text to put in its place.</summary>
    public string Replace { get; init; } = "wild";
}
