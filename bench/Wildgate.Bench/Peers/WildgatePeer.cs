using System.Globalization;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Peers;

/// <summary>The gateway, without a plugin or with the one that does the job; one worker. With
/// <paramref name="isInline"/>, socket completions run where they are noticed.</summary>
internal sealed class WildgatePeer(string name, PeerJob job, bool isInline) : IProxyPeer
{
    public string Name => name;

    public PeerJob Job => job;

    public PeerAvailability Check() => PeerAvailability.Present(
        $"Wildgate {typeof(Wildgate.Gateway.GatewayServer).Assembly.GetName().Version?.ToString(3)}");

    public ProcessCommand Prepare(PeerSite site) =>
        ProcessCommand.Self(
            "wildgate-peer",
            "--port", site.Port.ToString(CultureInfo.InvariantCulture),
            "--upstream-port", site.UpstreamPort.ToString(CultureInfo.InvariantCulture),
            "--job", job.ToString()) with
        {
            Environment = new Dictionary<string, string>
            {
                ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = isInline ? "1" : "0",
            },
        };
}
