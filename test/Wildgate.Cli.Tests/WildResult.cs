namespace Wildgate.Cli.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record WildResult(int ExitCode, string Output, string Error);
