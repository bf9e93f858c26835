using System.CommandLine;
using ProxyWasm.Host.Modules;
using Wildgate.Cli.Inspection;
using Wildgate.Cli.Output;
using Wildgate.Cli.Running;

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
            it cannot or is no WebAssembly module, and 1 when the file cannot be read.

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
                errors.WriteWarning(Describe(path, warning), warning.Hint);
            }
        }

        return Conclude(path, file.Inspection, isJson, errors);
    }

    private static InspectedFile Inspect(string path, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return InspectedFile.Read(path, bytes);
        }
        catch (ModuleException error)
        {
            throw Invalid(path, error.Problem, error);
        }
    }

    /// <summary>The JSON result holds all errors; standard error gets one document, with the first of them.</summary>
    private static int Conclude(string path, ModuleInspection inspection, bool isJson, ErrorWriter errors)
    {
        foreach (var problem in isJson ? inspection.Errors.Take(1) : inspection.Errors)
        {
            errors.Write(Invalid(path, problem, cause: null));
        }

        return inspection.IsRunnable ? ExitCode.Success : ExitCode.InvalidInput;
    }

    private static CommandException Invalid(string path, ModuleProblem problem, Exception? cause) =>
        new(ExitCode.InvalidInput, problem.Id, Describe(path, problem), problem.Hint, cause);

    private static string Describe(string path, ModuleProblem problem) => $"{path}: {problem.Message} [{problem.Id}]";
}
