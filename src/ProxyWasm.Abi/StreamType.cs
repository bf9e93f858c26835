namespace ProxyWasm.Abi;

/// <summary>Names a direction of a stream in <c>proxy_continue_stream</c> and <c>proxy_close_stream</c>.</summary>
public enum StreamType
{
    /// <summary>The request of an HTTP stream.</summary>
    HttpRequest = 0,

    /// <summary>The response of an HTTP stream.</summary>
    HttpResponse = 1,

    /// <summary>Bytes from the client of a TCP connection.</summary>
    Downstream = 2,

    /// <summary>Bytes from the server of a TCP connection.</summary>
    Upstream = 3,
}
