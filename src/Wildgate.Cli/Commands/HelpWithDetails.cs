using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Wildgate.Cli.Commands;

/// <summary>Prints the generated help of a command, and then what its author has to add.</summary>
internal sealed class HelpWithDetails : SynchronousCommandLineAction
{
    private readonly HelpAction _generated = new();

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _generated.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand command)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(command.Details);
        }

        return ExitCode.Success;
    }
}
