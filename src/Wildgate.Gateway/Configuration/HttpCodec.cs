namespace Wildgate.Gateway.Configuration;

/// <summary>The HTTP versions a listener accepts (<c>codec_type</c>).</summary>
public enum HttpCodec
{
    /// <summary>HTTP/1.1 or HTTP/2, whichever the client speaks.</summary>
    Auto,

    /// <summary>HTTP/1.1 only.</summary>
    Http1,

    /// <summary>HTTP/2 only.</summary>
    Http2,
}
