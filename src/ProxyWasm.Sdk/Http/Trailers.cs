using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Http;

/// <summary>The trailers of a request or a response.</summary>
public sealed class Trailers : HeaderMap
{
    internal Trailers(MapType map)
        : base(map)
    {
    }
}
