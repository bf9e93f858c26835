namespace Wildgate.Cli.Testing;

/// <summary>Writes reports for other programs.</summary>
internal static class ReportFile
{
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static void Write(string? path, Func<string> text)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            File.WriteAllText(path, text());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Unwritable(path, error);
        }
    }

    public static CommandException Unwritable(string path, Exception cause) => new(
        ExitCode.Failure,
        "fileUnwritable",
        $"cannot write {path}: {(Directory.Exists(path) ? "it is a directory" : cause.Message)}",
        "Name a file in a directory that exists and that you may write to",
        cause);
}
