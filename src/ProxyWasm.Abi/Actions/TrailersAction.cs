namespace ProxyWasm.Abi.Actions;

/// <summary>What a trailers callback asks for, as Envoy's <c>FilterTrailersStatus</c>.</summary>
public enum TrailersAction
{
    /// <summary>Trailers go on to the next filter, and with them everything held before.</summary>
    Continue = 0,

    /// <summary>Trailers are held.</summary>
    StopIteration = 1,
}
