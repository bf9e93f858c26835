namespace Wildgate.Bench.Processes;

/// <summary>How to start a process.</summary>
internal sealed record ProcessCommand(string FileName, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables added to the environment of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A sub-command of the benchmark's executable.</summary>
    public static ProcessCommand Self(params IReadOnlyList<string> arguments) =>
        new(Path.Combine(AppContext.BaseDirectory, "Wildgate.Bench"), arguments);

    /// <summary>The same command confined to one core, or unchanged without one. The process keeps its id, because
    /// taskset replaces itself.</summary>
    public ProcessCommand PinnedTo(int? core) =>
        core is { } number
            ? this with { FileName = "taskset", Arguments = ["-c", $"{number}", FileName, .. Arguments] }
            : this;
}
