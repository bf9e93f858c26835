using Yarp.ReverseProxy.Forwarder;

namespace Wildgate.Gateway.Upstreams;

/// <summary>Bodies of answers for upstreams that fail, with the texts that Envoy has made familiar.</summary>
internal static class UpstreamErrors
{
    public static ReadOnlyMemory<byte> Timeout { get; } = "upstream request timeout"u8.ToArray();

    private static readonly ReadOnlyMemory<byte> ConnectFailure =
        "upstream connect error or disconnect/reset before headers. reset reason: connection failure"u8.ToArray();

    private static readonly ReadOnlyMemory<byte> Termination =
        "upstream connect error or disconnect/reset before headers. reset reason: connection termination"u8.ToArray();

    public static ReadOnlyMemory<byte> Of(ForwarderError error) =>
        error == ForwarderError.Request ? ConnectFailure : Termination;
}
