using System.CommandLine;
using Wildgate.Bench.Upstream;

namespace Wildgate.Bench.Commands;

/// <summary><c>upstream</c> (hidden): the server behind the proxies.</summary>
internal static class UpstreamCommand
{
    public static Command Create()
    {
        var command = new Command("upstream", "Answer every request with 44 bytes") { Options.Port };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                using var server = new UpstreamServer(parsed.GetValue(Options.Port));
                server.Run(cancellationToken);
                return 0;
            },
            CancellationToken.None));
        return command;
    }
}
