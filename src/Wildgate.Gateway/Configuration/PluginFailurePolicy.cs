namespace Wildgate.Gateway.Configuration;

/// <summary>What happens to traffic when a plugin fails (<c>failure_policy</c>).</summary>
public enum PluginFailurePolicy
{
    /// <summary>Every stream is answered with 503.</summary>
    FailClosed,

    /// <summary>Streams go on without the plugin.</summary>
    FailOpen,

    /// <summary>The failed stream is answered with 503, later ones get a new virtual machine.</summary>
    FailReload,
}
