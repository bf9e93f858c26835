using ProxyWasm.Host.Modules;

namespace Wildgate.Cli.Inspection;

/// <summary>Words what is wrong with a module file, in the same way for all commands.</summary>
internal static class InvalidModule
{
    /// <param name="path">The file.</param>
    /// <param name="problems">At least one.</param>
    /// <param name="cause">What is behind the first of them, or null.</param>
    public static CommandException Of(string path, IReadOnlyList<ModuleProblem> problems, Exception? cause = null) =>
        new(ExitCode.InvalidInput, problems[0].Id, Describe(path, problems[0]), problems[0].Hint, cause)
        {
            Further =
            [
                .. problems.Skip(1).Select(problem => new CommandException(
                    ExitCode.InvalidInput, problem.Id, Describe(path, problem), problem.Hint)),
            ],
        };

    public static string Describe(string path, ModuleProblem problem) => $"{path}: {problem.Message} [{problem.Id}]";
}
