using Wildgate.Gateway.Configuration;

namespace Wildgate.Cli.Running;

/// <summary>Words what is wrong with a gateway configuration: each problem with its place and its way out.</summary>
internal static class InvalidConfiguration
{
    public static CommandException Of(string path, ConfigurationException error)
    {
        var exitCode = error.Problems is [{ Id: ConfigurationProblemIds.FileUnreadable }]
            ? ExitCode.Failure
            : ExitCode.InvalidInput;
        var first = error.Problems[0];
        var further = error.Problems.Skip(1)
            .Select(problem => new CommandException(exitCode, problem.Id, Describe(problem), HintOf(problem)));
        if (error.OmittedCount > 0)
        {
            further = further.Append(new CommandException(
                exitCode,
                first.Id,
                error.OmittedCount == 1
                    ? $"{path}: one more problem is not shown"
                    : $"{path}: {error.OmittedCount} more problems are not shown",
                "Correct those above and run the command again"));
        }

        return new CommandException(exitCode, first.Id, Describe(first), HintOf(first), error)
        {
            Further = [.. further],
        };
    }

    /// <summary>The place as editors and terminals make a link of it, the field, and what is wrong.</summary>
    public static string Describe(ConfigurationProblem problem)
    {
        var place = problem.Line == 0
            ? problem.Source
            : FormattableString.Invariant($"{problem.Source}:{problem.Line}:{problem.Column}");
        var field = problem.Path.Length == 0 ? "" : $"{problem.Path}: ";
        return $"{place}: {field}{problem.Message} [{problem.Id}]";
    }

    /// <summary>The advice as a sentence, or null without one.</summary>
    public static string? HintOf(ConfigurationProblem problem) => problem.Advice.Length == 0
        ? null
        : char.ToUpperInvariant(problem.Advice[0]) + problem.Advice[1..];
}
