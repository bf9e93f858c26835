using System.Globalization;
using System.Runtime.InteropServices;
using Wildgate.Bench.Processes;

namespace Wildgate.Bench.Peers;

/// <summary>A Kestrel server of this executable: answering by itself, or forwarding through YARP. With
/// <paramref name="isInline"/>, socket completions run where they are noticed, on the server and the client side,
/// instead of going through the thread pool.</summary>
internal sealed class DotnetPeer(string name, PeerJob job, bool isInline) : IProxyPeer
{
    public string Name => name;

    public PeerJob Job => job;

    public PeerAvailability Check() => PeerAvailability.Present(job == PeerJob.Answer
        ? RuntimeInformation.FrameworkDescription
        : $"YARP {typeof(Yarp.ReverseProxy.Forwarder.IHttpForwarder).Assembly.GetName().Version?.ToString(3)}");

    public ProcessCommand Prepare(PeerSite site) =>
        ProcessCommand.Self(
            "dotnet-peer",
            "--port", site.Port.ToString(CultureInfo.InvariantCulture),
            "--upstream-port", site.UpstreamPort.ToString(CultureInfo.InvariantCulture),
            "--job", job.ToString(),
            "--inline", isInline ? "true" : "false") with
        {
            Environment = new Dictionary<string, string>
            {
                ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = isInline ? "1" : "0",
            },
        };
}
