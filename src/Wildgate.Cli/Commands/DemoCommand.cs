using System.CommandLine;
using System.Reflection;
using ProxyWasm.Abi;
using Wildgate.Cli.Demo;
using Wildgate.Cli.Output;
using Wildgate.Cli.Running;

namespace Wildgate.Cli.Commands;

/// <summary><c>wild demo</c>: the sample plugin in front of the built-in echo, with requests to try.</summary>
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
            "Runs a sample plugin in front of a built-in echo.",
            """
            The plugin adds a header to requests and two to responses, and answers /wild
            itself. Requests to try are printed. With --check they are made by the command
            itself, which then exits with 0 when all answers are right, else with 1.
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
        await using var echo = await EchoUpstream.StartAsync(cancellation);
        var plugin = await PluginGateway.TranslateAsync("hello.wat", ReadSample());
        var configuration = PluginGateway.Configure(
            SamplePlugin.Configure(plugin), _listen.AddressIn(parsed), new Uri($"http://127.0.0.1:{echo.Port}"));
        await using var server = await GatewaySession.StartAsync(
            configuration, terminal.Error, quiet ? LogLevel.Error : LogLevel.Info, quiet, cancellation);
        var address = new Uri(server.Addresses[0]);
        if (parsed.GetValue(_check))
        {
            var passed = await DemoCheck.RunAsync(address, terminal.Output, cancellation);
            return passed ? ExitCode.Success : ExitCode.Failure;
        }

        WriteInvitation(terminal.Output, address);
        await GatewaySession.WaitForEndAsync(terminal.Error, quiet, cancellation);
        return ExitCode.Success;
    }

    private static void WriteInvitation(StyledWriter output, Uri address)
    {
        output.WriteLine($"Listening on {address.GetLeftPart(UriPartial.Authority)} -> hello -> the built-in echo");
        output.WriteLine();
        output.WriteLine("Try:");
        output.WriteLine($"  curl -i {address}                          # headers that the plugin added, both ways");
        output.WriteLine($"  curl -i {address}wild                      # answered by the plugin itself");
        output.WriteLine($"  curl -i --http2-prior-knowledge {address}  # the same over HTTP/2");
    }

    private static string ReadSample()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("hello.wat")
            ?? throw new InvalidOperationException("the sample plugin is missing from the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
