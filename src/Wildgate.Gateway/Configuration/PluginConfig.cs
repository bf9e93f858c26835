namespace Wildgate.Gateway.Configuration;

/// <summary>One plugin (Envoy's <c>extensions.wasm.v3.PluginConfig</c>).</summary>
public sealed record PluginConfig
{
    /// <summary>The plugin's name for logs, statistics and <c>plugin_name</c>; may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>Selects the root context inside the module; may be empty.</summary>
    public required string RootId { get; init; }

    /// <summary>The virtual machine the plugin runs in.</summary>
    public required VmConfig Vm { get; init; }

    /// <summary>The bytes the plugin reads in <c>proxy_on_configure</c>; may be empty.</summary>
    public required ReadOnlyMemory<byte> Configuration { get; init; }

    /// <summary>Where the configuration came from, for messages about it; null for nowhere in particular.</summary>
    public ConfigurationPlace? ConfigurationPlace { get; init; }

    /// <summary>
    /// What happens to traffic when the plugin fails; <see cref="PluginFailurePolicy.FailClosed"/> by default. The
    /// older <c>fail_open: true</c> reads as <see cref="PluginFailurePolicy.FailOpen"/>.
    /// </summary>
    public required PluginFailurePolicy FailurePolicy { get; init; }

    /// <summary>The pause between reloads for <see cref="PluginFailurePolicy.FailReload"/>.</summary>
    public required BackoffConfig ReloadBackoff { get; init; }

    /// <summary>
    /// Whether a plugin that stops in a headers callback still gets body callbacks; null when the configuration does
    /// not say.
    /// </summary>
    public bool? AllowOnHeadersStopIteration { get; init; }

    /// <summary>
    /// Whether <c>content-length</c> is kept right where the plugin changes a body; a field that Envoy does not have.
    /// </summary>
    public bool RepairContentLength { get; init; }

    /// <summary>
    /// The names of the host functions and module callbacks the plugin may use; empty allows everything.
    /// </summary>
    public required IReadOnlyList<string> AllowedCapabilities { get; init; }
}
