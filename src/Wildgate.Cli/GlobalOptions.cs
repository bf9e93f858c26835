using System.CommandLine;
using Wildgate.Cli.Output;

namespace Wildgate.Cli;

/// <summary>Options that every command understands, and those that several share.</summary>
internal sealed class GlobalOptions
{
    private const int StackTraceVerbosity = 2;

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Say more on standard error; -vv adds stack traces to errors.",
        Arity = ArgumentArity.Zero,
        Recursive = true,
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q")
    {
        Description = "Print results and errors only.",
        Arity = ArgumentArity.Zero,
        Recursive = true,
    };

    private readonly Option<bool> _noColor = new("--no-color")
    {
        Description = "Print without colours, as with NO_COLOR=1.",
        Arity = ArgumentArity.Zero,
        Recursive = true,
    };

    /// <summary>For commands whose result has a JSON form; they add it themselves.</summary>
    public Option<string> Output { get; } = CreateOutput();

    public void AddTo(Command root)
    {
        root.Add(_verbose);
        root.Add(_quiet);
        root.Add(_noColor);
    }

    public OutputFormat FormatOf(ParseResult parsed) =>
        parsed.GetResult(Output) is { } output && output.Tokens.Any(static token => token.Value == "json")
            ? OutputFormat.Json
            : OutputFormat.Table;

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public Terminal OpenTerminal(ParseResult parsed) => new(colorsAllowed: !parsed.GetValue(_noColor));

    public ErrorWriter OpenErrors(ParseResult parsed, Terminal terminal) => new(
        terminal.Error,
        FormatOf(parsed),
        withStackTrace: parsed.GetResult(_verbose) is { IdentifierTokenCount: >= StackTraceVerbosity });

    private static Option<string> CreateOutput()
    {
        var output = new Option<string>("--output", "-o")
        {
            Description = "How to print the result.",
            HelpName = "table|json",
            DefaultValueFactory = static _ => "table",
        };
        return output.AcceptOnlyFromAmong("table", "json");
    }
}
