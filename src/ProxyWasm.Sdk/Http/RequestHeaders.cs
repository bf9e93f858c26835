using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Http;

/// <summary>The headers of a request.</summary>
public sealed class RequestHeaders : HeaderMap
{
    // It has no state: it shows the headers of the stream that the host acts upon.
    internal static readonly RequestHeaders Shared = new();

    internal RequestHeaders()
        : base(MapType.HttpRequestHeaders)
    {
    }

    /// <summary>The method, such as <c>GET</c>; null outside of the request.</summary>
    public string? Method
    {
        get => this[":method"];
        set => this[":method"] = value;
    }

    /// <summary>Path and query.</summary>
    public string? Path
    {
        get => this[":path"];
        set => this[":path"] = value;
    }

    /// <summary>The host that the client asked for, with a port if it named one.</summary>
    public string? Authority
    {
        get => this[":authority"];
        set => this[":authority"] = value;
    }

    /// <summary><c>http</c> or <c>https</c>.</summary>
    public string? Scheme => this[":scheme"];
}
