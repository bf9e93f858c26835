using System.CommandLine;
using Wildgate.Bench.Peers;

namespace Wildgate.Bench.Commands;

/// <summary><c>wildgate-peer</c> (hidden): the server behind <see cref="WildgatePeer"/>.</summary>
internal static class WildgatePeerCommand
{
    private static readonly Option<int> UpstreamPort = new("--upstream-port") { Required = true };
    private static readonly Option<PeerJob> Job = new("--job") { Required = true };

    public static Command Create()
    {
        var command = new Command("wildgate-peer", "The gateway, with or without a plugin")
        {
            Options.Port, UpstreamPort, Job,
        };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await WildgatePeerApplication.RunAsync(
                parsed.GetValue(Options.Port), parsed.GetValue(UpstreamPort), parsed.GetValue(Job), cancellationToken);
            return 0;
        });
        return command;
    }
}
