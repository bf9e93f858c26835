namespace Wildgate.Gateway.Configuration;

/// <summary>A configuration was refused; <see cref="Problems"/> lists everything that is wrong with it.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Creates the exception from its problems.</summary>
    /// <param name="problems">The problems; at least one.</param>
    /// <param name="omittedCount">How many further problems were found and left out of the list.</param>
    public ConfigurationException(IReadOnlyList<ConfigurationProblem> problems, int omittedCount = 0)
        : base(Describe(problems, omittedCount))
    {
        Problems = problems;
        OmittedCount = omittedCount;
    }

    /// <summary>The problems in the order of the text.</summary>
    public IReadOnlyList<ConfigurationProblem> Problems { get; }

    /// <summary>How many further problems were found and left out of <see cref="Problems"/>.</summary>
    public int OmittedCount { get; }

    private static string Describe(IReadOnlyList<ConfigurationProblem> problems, int omittedCount)
    {
        ArgumentNullException.ThrowIfNull(problems);
        ArgumentOutOfRangeException.ThrowIfZero(problems.Count, nameof(problems));
        var lines = problems.Select(problem => problem.ToString());
        if (omittedCount > 0)
        {
            lines = lines.Append(FormattableString.Invariant($"… and {omittedCount} more problems"));
        }

        return string.Join('\n', lines);
    }
}
