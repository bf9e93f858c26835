using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Http;

/// <summary>The trailers of a request or a response.</summary>
public sealed class Trailers : HeaderMap
{
    private static Trailers? s_ofRequest;
    private static Trailers? s_ofResponse;

    internal Trailers(MapType map)
        : base(map)
    {
    }

    // They have no state: they show those of the stream that the host acts upon.
    internal static Trailers OfRequest => s_ofRequest ??= new Trailers(MapType.HttpRequestTrailers);

    internal static Trailers OfResponse => s_ofResponse ??= new Trailers(MapType.HttpResponseTrailers);
}
