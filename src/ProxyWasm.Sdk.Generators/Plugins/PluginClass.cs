namespace ProxyWasm.Sdk.Generators.Plugins;

/// <summary>A class that is marked as a plugin.</summary>
/// <param name="Name">Its full name with <c>global::</c>.</param>
/// <param name="Kind">What it derives from.</param>
/// <param name="RootId">Its root id.</param>
/// <param name="Config">Full name of the configuration that its constructor takes, or null.</param>
internal sealed record PluginClass(string Name, PluginKind Kind, string RootId, string? Config);
