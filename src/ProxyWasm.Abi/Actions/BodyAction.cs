namespace ProxyWasm.Abi.Actions;

/// <summary>What a body callback asks for, as Envoy's <c>FilterDataStatus</c>.</summary>
/// <remarks>The written ABI knows only the first two, as Continue and Pause.</remarks>
public enum BodyAction
{
    /// <summary>The bytes go on to the next filter, and with them everything held before.</summary>
    Continue = 0,

    /// <summary>The bytes are kept for the next callback; overflow fails the stream.</summary>
    StopIterationAndBuffer = 1,

    /// <summary>The bytes are kept; overflow stops reading.</summary>
    StopIterationAndWatermark = 2,

    /// <summary>The bytes are dropped: the plugin took them.</summary>
    StopIterationNoBuffer = 3,
}
