namespace ProxyWasm.Abi;

/// <summary>Names a byte buffer in host functions, <c>proxy_buffer_type_t</c> of the ABI.</summary>
public enum BufferType
{
    /// <summary>Body of the request.</summary>
    HttpRequestBody = 0,

    /// <summary>Body of the response.</summary>
    HttpResponseBody = 1,

    /// <summary>Bytes from the client of a TCP connection.</summary>
    DownstreamData = 2,

    /// <summary>Bytes from the server of a TCP connection.</summary>
    UpstreamData = 3,

    /// <summary>Response body of an HTTP callout.</summary>
    HttpCallResponseBody = 4,

    /// <summary>Message received by a gRPC callout.</summary>
    GrpcReceiveBuffer = 5,

    /// <summary>Configuration of the virtual machine.</summary>
    VmConfiguration = 6,

    /// <summary>Configuration of the plugin.</summary>
    PluginConfiguration = 7,

    /// <summary>Arguments of a call from native code into the guest.</summary>
    CallData = 8,
}
