namespace ProxyWasm.Abi.Actions;

/// <summary>What a headers callback asks for, as Envoy's <c>FilterHeadersStatus</c>.</summary>
/// <remarks>
/// The written ABI knows only the first two, as Continue and Pause. A host acts on
/// <see cref="CallbackResult.ToHeadersAction"/>, not on the raw value.
/// </remarks>
public enum HeadersAction
{
    /// <summary>Headers go on to the next filter.</summary>
    Continue = 0,

    /// <summary>Headers are held; body and trailers still come to this filter.</summary>
    StopIteration = 1,

    /// <summary>Headers go on and the stream ends with them. Never effective: Envoy lets the stream continue.</summary>
    ContinueAndEndStream = 2,

    /// <summary>Everything is held; the body is buffered and overflow fails the stream.</summary>
    StopAllIterationAndBuffer = 3,

    /// <summary>Everything is held; the body is buffered and overflow stops reading.</summary>
    StopAllIterationAndWatermark = 4,
}
