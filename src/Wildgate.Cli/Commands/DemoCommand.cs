using System.CommandLine;
using ProxyWasm.Abi;
using Wildgate.Cli.Demo;
using Wildgate.Cli.Output;
using Wildgate.Cli.Running;

namespace Wildgate.Cli.Commands;

/// <summary><c>wild demo</c>: plugins written in C# in one gateway, with requests to try.</summary>
internal sealed class DemoCommand : DocumentedCommand
{
    private readonly GlobalOptions _globals;

    private readonly ListenOption _listen = new("127.0.0.1:10000");

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Make the requests, compare the answers, and end.",
        Arity = ArgumentArity.Zero,
    };

    public DemoCommand(GlobalOptions globals)
        : base(
            "demo",
            "Runs sample plugins and prints requests to try.",
            """
            Three plugins in C#, one after the other: hello adds a header to every response,
            get-wild answers every GET, http-callout asks a service over HTTP and answers
            other requests with what it says. With --check the command makes the requests
            itself and exits with 0 when all answers are right, else with 1.
            """)
    {
        _globals = globals;
        Add(_listen);
        Add(_check);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var terminal = _globals.OpenTerminal(parsed);
        var quiet = _globals.IsQuiet(parsed);
        var listen = _listen.AddressIn(parsed);
        var plugins = await DemoPlugins.ReadAsync(listen, cancellation);
        await using var service = await LocalUpstream.StartAsync(DemoPlugins.AnswerAsync, cancellation);
        await using var server = await GatewaySession.StartAsync(
            PluginGateway.Configure(plugins, listen, service.Address),
            terminal.Error,
            quiet ? LogLevel.Error : LogLevel.Info,
            quiet,
            cancellation);
        var address = new Uri(server.Addresses[0]);
        if (parsed.GetValue(_check))
        {
            var passed = await DemoCheck.RunAsync(address, terminal.Output, cancellation);
            return passed ? ExitCode.Success : ExitCode.Failure;
        }

        var path = string.Join(" -> ", plugins.Select(static plugin => plugin.Name));
        WriteInvitation(terminal.Output, address, path);
        await GatewaySession.WaitForEndAsync(terminal.Error, quiet, cancellation);
        return ExitCode.Success;
    }

    private static void WriteInvitation(StyledWriter output, Uri address, string path)
    {
        output.WriteLine($"Listening on {address.GetLeftPart(UriPartial.Authority)} -> {path} -> a service with UUIDs");
        output.WriteLine();
        output.WriteLine("Try:");
        output.WriteLine($"  curl -i {address}                          # get-wild answers every GET");
        output.WriteLine($"  curl -i -X POST {address}                  # http-callout asks the service");
        output.WriteLine($"  curl -i --http2-prior-knowledge {address}  # the same over HTTP/2");
        output.WriteLine();
        output.WriteLine("Every response has the header that hello adds.");
    }
}
