using Microsoft.AspNetCore.Http;

namespace Wildgate.Gateway.Upstreams;

/// <summary>Bodies of answers for upstreams that fail, with the texts that Envoy has made familiar.</summary>
internal static class UpstreamErrors
{
    public static ReadOnlyMemory<byte> Timeout { get; } = "upstream request timeout"u8.ToArray();

    private static readonly ReadOnlyMemory<byte> ConnectFailure =
        "upstream connect error or disconnect/reset before headers. reset reason: connection failure"u8.ToArray();

    private static readonly ReadOnlyMemory<byte> Termination =
        "upstream connect error or disconnect/reset before headers. reset reason: connection termination"u8.ToArray();

    /// <summary>What a failed request tells the client, before anything of a response was sent.</summary>
    public static ReadOnlyMemory<byte> Of(HttpContext context) => context.GetForwarderErrorFeature()?.Exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => ConnectFailure,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => ConnectFailure,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => ConnectFailure,
        _ => Termination,
    };
}
