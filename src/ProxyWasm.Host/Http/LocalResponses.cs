namespace ProxyWasm.Host.Http;

/// <summary>Local responses that the host itself gives, with the texts and details that Envoy uses.</summary>
internal static class LocalResponses
{
    public static LocalResponse PluginFailed { get; } = new()
    {
        StatusCode = 503,
        Details = "wasm_fail_stream",
        GrpcStatus = 14,
        IsFailure = true,
    };

    public static LocalResponse RequestTooLarge { get; } = new()
    {
        StatusCode = 413,
        Details = "request_payload_too_large",
        Body = "Payload Too Large"u8.ToArray(),
        IsFailure = true,
    };

    public static LocalResponse ResponseTooLarge { get; } = new()
    {
        StatusCode = 500,
        Details = "response_payload_too_large",
        Body = "Internal Server Error"u8.ToArray(),
        IsFailure = true,
    };
}
