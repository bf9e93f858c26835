[PluginConfig]
public sealed partial class PLUGIN_CLASSConfig
{
    /// <summary>The value of the header <c>hello</c>.</summary>
    public string Text { get; init; } = "world";
}
