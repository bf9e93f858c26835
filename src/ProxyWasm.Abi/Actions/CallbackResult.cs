namespace ProxyWasm.Abi.Actions;

/// <summary>
/// What a host does for the number a callback returned. Every number has a meaning; the rules are those of Envoy.
/// </summary>
/// <remarks>
/// Metadata callbacks are not here: their result always means to continue. Guests return unsigned numbers, so negative
/// ones are large ones.
/// </remarks>
public static class CallbackResult
{
    /// <summary>
    /// The action of a headers callback during which a local response was sent, or which failed in a plugin that fails
    /// closed; the returned number does not matter then.
    /// </summary>
    public const HeadersAction StoppedHeaders = HeadersAction.StopAllIterationAndWatermark;

    /// <summary>The same as <see cref="StoppedHeaders"/>, of a body callback.</summary>
    public const BodyAction StoppedBody = BodyAction.StopIterationNoBuffer;

    /// <summary>The same as <see cref="StoppedHeaders"/>, of a trailers callback.</summary>
    public const TrailersAction StoppedTrailers = TrailersAction.StopIteration;

    /// <summary>The action of a TCP callback which failed in a plugin that fails closed.</summary>
    public const TcpAction StoppedTcp = TcpAction.StopIteration;

    /// <summary>The effective action of a headers callback.</summary>
    /// <param name="result">The number the callback returned.</param>
    /// <param name="allowOnHeadersStopIteration">
    /// Whether 1 holds only the headers, so that body callbacks follow; otherwise it holds everything.
    /// </param>
    /// <returns>
    /// The action; never <see cref="HeadersAction.ContinueAndEndStream"/>, which Envoy takes for Continue. Unknown
    /// numbers hold everything.
    /// </returns>
    public static HeadersAction ToHeadersAction(int result, bool allowOnHeadersStopIteration) => result switch
    {
        0 or 2 => HeadersAction.Continue,
        1 when allowOnHeadersStopIteration => HeadersAction.StopIteration,
        3 => HeadersAction.StopAllIterationAndBuffer,
        _ => HeadersAction.StopAllIterationAndWatermark,
    };

    /// <summary>The effective action of a body callback.</summary>
    /// <param name="result">The number the callback returned.</param>
    /// <returns>The action; <see cref="BodyAction.StopIterationNoBuffer"/> for unknown numbers.</returns>
    public static BodyAction ToBodyAction(int result) => result switch
    {
        0 => BodyAction.Continue,
        1 => BodyAction.StopIterationAndBuffer,
        2 => BodyAction.StopIterationAndWatermark,
        _ => BodyAction.StopIterationNoBuffer,
    };

    /// <summary>The effective action of a trailers callback.</summary>
    /// <param name="result">The number the callback returned.</param>
    /// <returns>The action; <see cref="TrailersAction.StopIteration"/> for unknown numbers.</returns>
    public static TrailersAction ToTrailersAction(int result) =>
        result == 0 ? TrailersAction.Continue : TrailersAction.StopIteration;

    /// <summary>The effective action of a callback of a TCP filter.</summary>
    /// <param name="result">The number the callback returned.</param>
    /// <returns>The action; <see cref="TcpAction.StopIteration"/> for unknown numbers.</returns>
    public static TcpAction ToTcpAction(int result) => result == 0 ? TcpAction.Continue : TcpAction.StopIteration;
}
