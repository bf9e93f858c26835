namespace Wildgate.Cli;

/// <summary>A command failed for a reason that its user can understand; it is printed without a stack trace.</summary>
internal sealed class CommandException : Exception
{
    /// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
    /// <param name="code">Stable identifier for programs.</param>
    /// <param name="what">What failed, and after a colon why.</param>
    /// <param name="hint">What to do next, or null when there is nothing to say.</param>
    /// <param name="cause">Shown only with <c>-vv</c>.</param>
    public CommandException(int exitCode, string code, string what, string? hint = null, Exception? cause = null)
        : base(what, cause)
    {
        ExitCode = exitCode;
        Code = code;
        Hint = hint;
    }

    public int ExitCode { get; }

    public string Code { get; }

    public string? Hint { get; }

    /// <summary>What else is wrong with the same input, in order; each is printed like this one.</summary>
    public IReadOnlyList<CommandException> Further { get; init; } = [];
}
