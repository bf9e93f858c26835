using System.CommandLine;
using Wildgate.Cli.Building;
using Wildgate.Cli.Output;
using Wildgate.Cli.Scaffolding;

namespace Wildgate.Cli.Commands;

/// <summary><c>wild init</c>: a new plugin project that builds and passes its test.</summary>
internal sealed class InitCommand : DocumentedCommand
{
    private const string DefaultTemplate = "hello";

    private readonly GlobalOptions _globals;

    private readonly Argument<string> _directory = new("DIR")
    {
        Description = "Where to put it; made when it does not exist.",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<string> _template = CreateTemplate();

    private readonly Option<string?> _name = new("--name", "-n")
    {
        HelpName = "NAME",
        Description = "Name of the plugin. [default: that of the directory]",
    };

    private readonly Option<bool> _unitTests = new("--unit-tests")
    {
        Description = "Add a project of unit tests with xUnit.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Overwrite files that exist.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _list = new("--list")
    {
        Description = "Print the templates and end.",
        Arity = ArgumentArity.Zero,
    };

    public InitCommand(GlobalOptions globals)
        : base(
            "init",
            "Makes a new plugin project in C#.",
            """
            The project builds and passes its test as it is, without a network.

            Examples:
              wild init hello
              wild init gatekeeper --template auth --unit-tests
              wild init --list
            """)
    {
        _globals = globals;
        Add(_directory);
        Add(_template);
        Add(_name);
        Add(_unitTests);
        Add(_force);
        Add(_list);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var output = _globals.OpenTerminal(parsed).Output;
        if (parsed.GetValue(_list))
        {
            foreach (var known in ProjectTemplate.All)
            {
                output.WriteLine($"{known.Name,-8}  {known.Description}");
            }

            return ExitCode.Success;
        }

        var directory = parsed.GetRequiredValue(_directory);
        var name = ProjectName.Of(parsed.GetValue(_name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(
            Path.GetFullPath(directory))));
        var template = ProjectTemplate.All.Single(known => known.Name == parsed.GetRequiredValue(_template));
        var hasUnitTests = parsed.GetValue(_unitTests);
        var files = ProjectWriter.Write(directory, template, name, hasUnitTests, parsed.GetValue(_force));
        InstalledPackages.ForgetOtherBuilds();
        if (!_globals.IsQuiet(parsed))
        {
            WriteInvitation(output, directory, files, hasUnitTests);
        }

        return ExitCode.Success;
    }

    private static void WriteInvitation(
        StyledWriter output, string directory, IReadOnlyList<string> files, bool hasUnitTests)
    {
        foreach (var file in files)
        {
            output.WriteLine(TerminalText.Clean(Path.Combine(directory, file)));
        }

        output.WriteLine();
        output.WriteLine("Try:");
        if (directory != ".")
        {
            output.WriteLine(TerminalText.Clean($"  cd {directory}"));
        }

        output.WriteLine("  wild test   # builds it and runs its tests");
        output.WriteLine("  wild run    # builds it and runs it in a gateway");
        if (hasUnitTests)
        {
            output.WriteLine("  dotnet test --project tests   # runs its unit tests");
        }
    }

    private static Option<string> CreateTemplate()
    {
        var names = ProjectTemplate.All.Select(static template => template.Name).ToArray();
        var option = new Option<string>("--template", "-t")
        {
            HelpName = string.Join('|', names),
            Description = "What the plugin does.",
            DefaultValueFactory = static _ => DefaultTemplate,
        };
        return option.AcceptOnlyFromAmong(names);
    }
}
