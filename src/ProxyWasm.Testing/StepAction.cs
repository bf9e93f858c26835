namespace ProxyWasm.Testing;

/// <summary>What became of an event when the plugin's callback had returned.</summary>
public enum StepAction
{
    /// <summary>It went on.</summary>
    Continue,

    /// <summary>The plugin holds it, until it resumes the stream.</summary>
    Pause,

    /// <summary>The plugin, or the host for it, answered the stream itself.</summary>
    LocalResponse,

    /// <summary>The stream was reset or the connection closed.</summary>
    Reset,
}
