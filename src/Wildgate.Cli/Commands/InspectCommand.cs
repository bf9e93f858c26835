using System.CommandLine;
using ProxyWasm.Host.Modules;
using Wildgate.Cli.Inspection;
using Wildgate.Cli.Output;
using Wildgate.Cli.Running;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Cli.Commands;

/// <summary>
/// <c>wild inspect</c>: what a module needs and offers, and whether this host can run it. A module that cannot run is
/// still described on standard output; its errors go to standard error, and the exit code says that it is invalid.
/// </summary>
internal sealed class InspectCommand : DocumentedCommand
{
    private readonly GlobalOptions _globals;

    private readonly Argument<string> _plugin = new("PLUGIN.wasm")
    {
        Description = "The module, or - for standard input.",
    };

    public InspectCommand(GlobalOptions globals)
        : base(
            "inspect",
            "Shows what a plugin needs and offers, and whether it can run here.",
            """
            Nothing of the plugin is executed. The exit code is 0 when it can run, 3 when
            it cannot or is no WebAssembly module, and 1 when the file cannot be read. A
            file named *.wat is translated from the text format.

            Examples:
              wild inspect plugin.wasm
              wild inspect plugin.wasm -o json | jq .imports
            """)
    {
        _globals = globals;
        Add(_plugin);
        Add(globals.Output);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetRequiredValue(_plugin);
        var bytes = await PluginGateway.ReadModuleAsync(path, cancellation);
        var file = Inspect(path, bytes);

        var terminal = _globals.OpenTerminal(parsed);
        var isJson = _globals.FormatOf(parsed) == OutputFormat.Json;
        if (isJson)
        {
            terminal.Output.WriteLine(JsonText.Of(file.ToDocument()));
        }
        else
        {
            new InspectionReport(terminal.Output, file).Write();
        }

        var errors = _globals.OpenErrors(parsed, terminal);
        if (!isJson && !_globals.IsQuiet(parsed))
        {
            foreach (var warning in file.Inspection.Warnings)
            {
                errors.WriteWarning(InvalidModule.Describe(path, warning), warning.Hint);
            }

            if (file.SchemaProblem is { } problem)
            {
                errors.WriteWarning(
                    $"{path}: configurations are not checked: {problem} [{ConfigurationProblemIds.UnusableSchema}]",
                    "Correct the schema that the module carries");
            }
        }

        if (file.Inspection.IsRunnable)
        {
            return ExitCode.Success;
        }

        errors.Write(InvalidModule.Of(path, file.Inspection.Errors));
        return ExitCode.InvalidInput;
    }

    private static InspectedFile Inspect(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return InspectedFile.Read(path, bytes);
        }
        catch (ModuleException error)
        {
            throw InvalidModule.Of(path, [error.Problem], error);
        }
    }
}
