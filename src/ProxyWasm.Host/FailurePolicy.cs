namespace ProxyWasm.Host;

/// <summary>
/// What happens to streams when a plugin cannot run (<c>FailurePolicy</c> of Envoy's <c>PluginConfig</c>).
/// </summary>
public enum FailurePolicy
{
    /// <summary>Streams are answered with 503; the default.</summary>
    FailClosed,

    /// <summary>Streams pass as if the plugin were absent.</summary>
    FailOpen,

    /// <summary>
    /// As <see cref="FailClosed"/>; reloading, which this policy asks for, happens under every policy.
    /// </summary>
    FailReload,
}
