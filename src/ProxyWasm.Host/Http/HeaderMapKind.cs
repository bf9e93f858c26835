namespace ProxyWasm.Host.Http;

/// <summary>What a header map holds; decides which pseudo headers are legal in it.</summary>
public enum HeaderMapKind
{
    /// <summary>
    /// Request headers: <c>:method</c>, <c>:path</c>, <c>:authority</c>, <c>:scheme</c>, <c>:protocol</c>.
    /// </summary>
    Request,

    /// <summary>Response headers: <c>:status</c>.</summary>
    Response,

    /// <summary>Trailers: no pseudo headers.</summary>
    Trailers,
}
