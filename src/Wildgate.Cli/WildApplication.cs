using System.CommandLine;
using System.CommandLine.Help;
using Wildgate.Cli.Commands;

namespace Wildgate.Cli;

/// <summary>The command tree, and what surrounds every command: parsing, signals, errors, exit codes.</summary>
internal static class WildApplication
{
    public static async Task<int> RunAsync(string[] args)
    {
        var globals = new GlobalOptions();
        var parsed = CreateRoot(globals).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var errors = globals.OpenErrors(parsed, globals.OpenTerminal(parsed));
        using var interruption = new Interruption();
        try
        {
            UsageErrors.ThrowIfAny(parsed);
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                interruption.Token);
        }
        catch (CommandException error)
        {
            errors.Write(error);
            return error.ExitCode;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return interruption.ExitCode;
        }
        catch (IOException error)
        {
            errors.Write(new CommandException(ExitCode.Failure, "io", $"wild: {error.Message}", hint: null, error));
            return ExitCode.Failure;
        }
#pragma warning disable CA1031 // The outermost frame: what escapes a command is reported in the shape of all errors.
        catch (Exception error)
#pragma warning restore CA1031
        {
            errors.Write(new CommandException(
                ExitCode.Failure,
                "unexpected",
                $"wild stopped unexpectedly: {error.Message}",
                "This is a defect of wild; run the command again with -vv for the details to report",
                error));
            return ExitCode.Failure;
        }
    }

    private static RootCommand CreateRoot(GlobalOptions globals)
    {
        var root = new RootCommand("Builds, inspects and runs Proxy-Wasm plugins.")
        {
            new InitCommand(globals),
            new BuildCommand(globals),
            new RunCommand(globals),
            new DemoCommand(globals),
            new InspectCommand(globals),
            new TestCommand(globals),
            new VersionCommand(globals),
        };
        globals.AddTo(root);

        var help = new HelpWithDetails();
        root.Options.OfType<HelpOption>().Single().Action = help;
        root.SetAction(help.Invoke);
        return root;
    }
}
