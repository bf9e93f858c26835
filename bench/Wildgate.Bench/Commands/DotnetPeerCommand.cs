using System.CommandLine;
using Wildgate.Bench.Peers;

namespace Wildgate.Bench.Commands;

/// <summary><c>dotnet-peer</c> (hidden): the server behind <see cref="DotnetPeer"/>.</summary>
internal static class DotnetPeerCommand
{
    private static readonly Option<int> UpstreamPort = new("--upstream-port") { Required = true };
    private static readonly Option<PeerJob> Job = new("--job") { Required = true };
    private static readonly Option<bool> Inline = new("--inline") { Required = true };

    public static Command Create()
    {
        var command = new Command("dotnet-peer", "Kestrel, with or without YARP")
        {
            Options.Port, UpstreamPort, Job, Inline,
        };
        command.Hidden = true;
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var port = parsed.GetValue(Options.Port);
        try
        {
            await DotnetPeerApplication.RunAsync(
                port,
                parsed.GetValue(UpstreamPort),
                parsed.GetValue(Job),
                parsed.GetValue(Inline),
                cancellationToken);
            return 0;
        }
        catch (IOException e)
        {
            throw new BenchException($"The peer cannot listen on 127.0.0.1:{port}: {e.Message}", e);
        }
    }
}
