using System.CommandLine;
using ProxyWasm.Testing.Scenarios;
using Wildgate.Cli.Output;
using Wildgate.Cli.Testing;

namespace Wildgate.Cli.Commands;

/// <summary><c>wild test</c>: runs test cases against a plugin.</summary>
internal sealed class TestCommand : DocumentedCommand
{
    private readonly GlobalOptions _globals;
    private readonly TestSyntax _syntax = new();

    public TestCommand(GlobalOptions globals)
        : base(
            "test",
            "Runs test cases against a plugin.",
            """
            Cases are scenarios in steps, or in the format of the Service Extensions plugin
            tester. Without --proto and --yaml they are the files in the folder tests of the
            project, which is built first. The exit code is 0 when all pass, 1 when one fails.

            Examples:
              wild test
              wild test --yaml tests.yaml --plugin plugin.wasm
              wild test --proto tests.textpb --junit report.xml
            """)
    {
        _globals = globals;
        _syntax.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var terminal = _globals.OpenTerminal(parsed);
        if (_syntax.AsksForSchema(parsed))
        {
            terminal.Output.WriteLine(ScenarioFile.Schema.TrimEnd());
            return ExitCode.Success;
        }

        var options = _syntax.Bind(parsed);
        var reports = await new TestRun(options, terminal).RunAsync(cancellation);
        ReportFile.Write(options.JUnitFile, () => JUnitReport.Of(reports));
        ReportFile.Write(options.JsonFile, () => JsonText.Of(TestDocument.Of(reports)) + "\n");
        return reports.All(static report => report.Passed) ? ExitCode.Success : ExitCode.Failure;
    }
}
