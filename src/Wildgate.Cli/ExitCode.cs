namespace Wildgate.Cli;

/// <summary>What the process answers to its caller. Scripts depend on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>Done, or nothing to do.</summary>
    public const int Success = 0;

    /// <summary>
    /// The operation failed. Also a missing or unreadable input file, as with docker and kubectl: 4 is kept for images
    /// and tags that do not exist.
    /// </summary>
    public const int Failure = 1;

    /// <summary>Unknown option, missing or unacceptable value.</summary>
    public const int Usage = 2;

    /// <summary>An input file was read and is not acceptable: a module, a configuration.</summary>
    public const int InvalidInput = 3;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;

    /// <summary>Asked to terminate.</summary>
    public const int Terminated = 143;
}
