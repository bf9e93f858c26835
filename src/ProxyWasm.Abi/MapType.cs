namespace ProxyWasm.Abi;

/// <summary>Names a header map in host functions, <c>proxy_map_type_t</c> of the ABI.</summary>
public enum MapType
{
    /// <summary>Headers of the request, with pseudo headers.</summary>
    HttpRequestHeaders = 0,

    /// <summary>Trailers of the request.</summary>
    HttpRequestTrailers = 1,

    /// <summary>Headers of the response, with <c>:status</c>.</summary>
    HttpResponseHeaders = 2,

    /// <summary>Trailers of the response.</summary>
    HttpResponseTrailers = 3,

    /// <summary>Initial metadata received by a gRPC callout.</summary>
    GrpcCallInitialMetadata = 4,

    /// <summary>Trailing metadata received by a gRPC callout.</summary>
    GrpcCallTrailingMetadata = 5,

    /// <summary>Response headers of an HTTP callout.</summary>
    HttpCallResponseHeaders = 6,

    /// <summary>Response trailers of an HTTP callout.</summary>
    HttpCallResponseTrailers = 7,
}
