[PluginConfig]
public sealed partial class PLUGIN_CLASSConfig
{
    /// <summary>Commands that end a connection: the first word of a line.</summary>
    public string[] Denied { get; init; } = ["SHUTDOWN"];
}
