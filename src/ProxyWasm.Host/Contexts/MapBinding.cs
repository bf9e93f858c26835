using ProxyWasm.Abi;

namespace ProxyWasm.Host.Contexts;

/// <summary>The stream maps that a context may use at the moment, one bit per map type 0 to 3.</summary>
[Flags]
internal enum MapBinding
{
    None = 0,
    RequestHeaders = 1 << MapType.HttpRequestHeaders,
    RequestTrailers = 1 << MapType.HttpRequestTrailers,
    ResponseHeaders = 1 << MapType.HttpResponseHeaders,
    ResponseTrailers = 1 << MapType.HttpResponseTrailers,
    Request = RequestHeaders | RequestTrailers,
    Response = ResponseHeaders | ResponseTrailers,
}
