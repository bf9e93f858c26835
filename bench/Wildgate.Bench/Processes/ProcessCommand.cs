namespace Wildgate.Bench.Processes;

/// <summary>How to start a process.</summary>
internal sealed record ProcessCommand(string FileName, params IReadOnlyList<string> Arguments)
{
    /// <summary>Variables added to the environment of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A sub-command of this executable.</summary>
    public static ProcessCommand Self(params IReadOnlyList<string> arguments)
    {
        var path = System.Environment.ProcessPath
            ?? throw new BenchException("The path of this executable is unknown.");
        return Path.GetFileNameWithoutExtension(path) == "dotnet"
            ? new ProcessCommand(path, [typeof(ProcessCommand).Assembly.Location, .. arguments])
            : new ProcessCommand(path, arguments);
    }

    /// <summary>The same command confined to one core, or unchanged without one. The process keeps its id, because
    /// taskset replaces itself.</summary>
    public ProcessCommand PinnedTo(int? core) =>
        core is { } number
            ? this with { FileName = "taskset", Arguments = ["-c", $"{number}", FileName, .. Arguments] }
            : this;
}
