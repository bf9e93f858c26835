namespace ProxyWasm.Sdk;

/// <summary>
/// Marks what a module offers: a <see cref="Plugin"/>, or a filter that needs none. The filter's constructor may take
/// the configuration, a class with <see cref="PluginConfigAttribute"/>. Everything that the host needs is generated.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PluginAttribute : Attribute
{
    /// <value>
    /// Which of several plugins of a module this is: the <c>root_id</c> of the host's configuration. Default: empty,
    /// the plugin that runs when no other has the root id.
    /// </value>
    public string RootId { get; init; } = "";
}
