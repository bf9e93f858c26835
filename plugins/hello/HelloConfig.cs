namespace Hello;

/// <summary>Settings of the plugin.</summary>
[PluginConfig]
public sealed partial class HelloConfig
{
    /// <summary>The value of the header <c>hello</c>.</summary>
    public string Text { get; init; } = "world";
}
