using System.CommandLine;
using Wildgate.Cli.Building;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Commands;

/// <summary><c>wild build</c>: a C# project becomes a module.</summary>
internal sealed class BuildCommand : DocumentedCommand
{
    private readonly GlobalOptions _globals;

    private readonly Argument<string> _project = new("PROJECT")
    {
        Description = "A C# project, or a directory with one.",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<string> _configuration = new("--configuration", "-c")
    {
        HelpName = "NAME",
        Description = "Debug keeps the names of functions for stack traces.",
        DefaultValueFactory = static _ => ProjectBuild.DefaultConfiguration,
    };

    private readonly Option<string[]> _properties = new("--property", "-p")
    {
        HelpName = "NAME=VALUE",
        Description = "A property of the build; may be repeated.",
    };

    public BuildCommand(GlobalOptions globals)
        : base(
            "build",
            "Builds a C# project to a WebAssembly module.",
            """
            Runs `dotnet build`; the same command without wild gives the same module.
            Errors are those of the C# compiler and of the compiler for WebAssembly, with
            file and line. The path of the module is printed last.

            Examples:
              wild build
              wild build plugins/hello -c Debug
              wild run "$(wild build -q)"
            """)
    {
        _globals = globals;
        Add(_project);
        Add(_configuration);
        Add(_properties);
        Add(globals.Output);
        Validators.Add(result =>
        {
            foreach (var token in result.GetResult(_properties)?.Tokens ?? [])
            {
                if (token.Value.IndexOf('=', StringComparison.Ordinal) <= 0)
                {
                    result.AddError($"--property '{token.Value}' is not of the form NAME=VALUE");
                }
            }
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var terminal = _globals.OpenTerminal(parsed);
        var build = new ProjectBuild(
            PluginProject.Find(parsed.GetRequiredValue(_project)),
            parsed.GetRequiredValue(_configuration),
            [.. (parsed.GetValue(_properties) ?? []).Select(static property => $"-p:{property}")]);
        var built = await build.RunAsync(terminal.Error, cancellation);
        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), built.Module);
        if (_globals.FormatOf(parsed) == OutputFormat.Json)
        {
            terminal.Output.WriteLine(JsonText.Of(built));
        }
        else
        {
            terminal.Output.WriteLine(_globals.IsQuiet(parsed) ? shown : $"{shown} ({SizeText.Of(built.Bytes)})");
        }

        return ExitCode.Success;
    }
}
