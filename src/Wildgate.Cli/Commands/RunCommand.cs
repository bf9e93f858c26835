using System.CommandLine;
using Wildgate.Cli.Building;
using Wildgate.Cli.Output;
using Wildgate.Cli.Running;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Cli.Commands;

/// <summary><c>wild run</c>: a gateway with one plugin, or with what a configuration file says, until Ctrl-C.</summary>
internal sealed class RunCommand : DocumentedCommand
{
    private const string GatewayFile = "gateway.yaml";

    private readonly GlobalOptions _globals;
    private readonly RunSyntax _syntax = new();

    public RunCommand(GlobalOptions globals)
        : base(
            "run",
            "Runs a plugin, or a gateway configuration, until Ctrl-C.",
            """
            A C# project is built first; a gateway.yaml beside it is run, unless an option
            says otherwise, else the plugin alone.

            Without --upstream a built-in echo answers with what it received, as JSON.
            Logs of plugins go to standard error. Ctrl-C lets requests in flight finish
            and exits with 0; a second one stops at once. A file named *.wat is translated
            from the text format, also where a gateway configuration names it.

            Examples:
              wild run
              wild run plugin.wasm --config '{"greeting":"hello"}'
              wild run plugin.wasm --upstream http://127.0.0.1:9000 --listen 127.0.0.1:8080
              wild run -f gateway.yaml
            """)
    {
        _globals = globals;
        _syntax.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var terminal = _globals.OpenTerminal(parsed);
        var errors = _globals.OpenErrors(parsed, terminal);
        var quiet = _globals.IsQuiet(parsed);
        var options = _syntax.Bind(parsed, quiet);
        if (options is PluginRunOptions { Plugin: var path } project && PluginProject.IsMeantBy(path))
        {
            options = await BuildAsync(project, !_syntax.HasPluginOptions(parsed), terminal, cancellation);
        }

        return options switch
        {
            PluginRunOptions plugin => await RunPluginAsync(plugin, terminal, quiet, cancellation),
            GatewayRunOptions gateway => await RunGatewayAsync(gateway, terminal, errors, quiet, cancellation),
            var other => throw new InvalidOperationException($"no way to run {other.GetType().Name}"),
        };
    }

    private static async Task<RunOptions> BuildAsync(
        PluginRunOptions options, bool mayBeGateway, Terminal terminal, CancellationToken cancellation)
    {
        var built = await ProjectBuild.RunAsync(options.Plugin, terminal, cancellation);
        var gateway = Path.Combine(Path.GetDirectoryName(built.Project)!, GatewayFile);
        return mayBeGateway && File.Exists(gateway)
            ? new GatewayRunOptions { ConfigurationFile = gateway, LogLevel = options.LogLevel }
            : options with { Plugin = built.Module };
    }

    private static async Task<int> RunPluginAsync(
        PluginRunOptions options, Terminal terminal, bool quiet, CancellationToken cancellation)
    {
        await using var echo = options.Upstream is null
            ? await LocalUpstream.StartAsync(Echo.AnswerAsync, cancellation)
            : null;
        var upstream = options.Upstream ?? echo!.Address;
        var plugin = await PluginGateway.ReadPluginAsync(options, cancellation);
        var configuration = PluginGateway.Configure([plugin], options.Listen, upstream);
        var target = echo is null ? upstream.ToString() : "the built-in echo";
        await ServeAsync(configuration, options, $" -> {options.Name} -> {target}", terminal, quiet, cancellation);
        return ExitCode.Success;
    }

    private static async Task<int> RunGatewayAsync(
        GatewayRunOptions options, Terminal terminal, ErrorWriter errors, bool quiet, CancellationToken cancellation)
    {
        var configuration = GatewaySession.Load(options.ConfigurationFile);
        if (!quiet)
        {
            foreach (var warning in configuration.Warnings)
            {
                errors.WriteWarning(InvalidConfiguration.Describe(warning), InvalidConfiguration.HintOf(warning));
            }
        }

        await ServeAsync(configuration, options, "", terminal, quiet, cancellation);
        return ExitCode.Success;
    }

    private static async Task ServeAsync(
        GatewayConfiguration configuration,
        RunOptions options,
        string path,
        Terminal terminal,
        bool quiet,
        CancellationToken cancellation)
    {
        await using var server = await GatewaySession.StartAsync(
            configuration, terminal.Error, options.LogLevel, quiet, cancellation);
        foreach (var address in server.Addresses)
        {
            terminal.Output.WriteLine(TerminalText.Clean($"Listening on {address}{path}"));
        }

        await GatewaySession.WaitForEndAsync(terminal.Error, quiet, cancellation);
    }
}
