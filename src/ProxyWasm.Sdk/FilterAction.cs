namespace ProxyWasm.Sdk;

/// <summary>What a callback of a filter decides about its stream. The numbers are those of the ABI.</summary>
public enum FilterAction
{
    /// <summary>The event passes on to the next filter.</summary>
    Continue = 0,

    /// <summary>
    /// The event waits, and with it all that follows, until the filter continues the stream or answers by itself. The
    /// host collects the body meanwhile.
    /// </summary>
    Pause = 1,
}
