using System.Globalization;
using Wildgate.Bench.Posix;

namespace Wildgate.Bench.Measuring;

/// <summary>A process with all its descendants at the time of creation, as with the master and workers of
/// nginx.</summary>
internal sealed class ProcessTree
{
    private static readonly double TicksPerSecond = LibC.SystemConfiguration(LibC.ConfigClockTicks);

    private readonly int _root;
    private readonly List<int> _members;

    /// <exception cref="BenchException">There is no such process.</exception>
    public ProcessTree(int root)
    {
        _root = root;
        _members = Find(root);
    }

    /// <summary>CPU time in user and system mode of all members since their start. The kernel counts in ticks of 10 ms
    /// as a rule.</summary>
    /// <exception cref="BenchException">A member has ended.</exception>
    public TimeSpan ReadProcessorTime()
    {
        var ticks = 0L;
        foreach (var member in _members)
        {
            ticks += (ReadStat(member) ?? throw Ended(member)).Ticks;
        }

        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }

    /// <summary>Resident memory of all members that still run; pages they share count once per member.</summary>
    /// <exception cref="BenchException">The root has ended.</exception>
    public long ReadResidentBytes()
    {
        var pages = 0L;
        foreach (var member in _members)
        {
            var line = TryRead($"/proc/{member}/statm");
            pages += line is not null ? long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture)
                : member == _root ? throw Ended(member)
                : 0;
        }

        return pages * Environment.SystemPageSize;
    }

    private static List<int> Find(int root)
    {
        if (ReadStat(root) is null)
        {
            throw new BenchException($"There is no process {root}.");
        }

        var children = Directory.EnumerateDirectories("/proc")
            .Select(static path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
            .Where(static id => id > 0)
            .Select(static id => (Id: id, Stat: ReadStat(id)))
            .Where(static process => process.Stat is not null)
            .ToLookup(static process => process.Stat!.Value.Parent, static process => process.Id);
        var members = new List<int> { root };
        for (var i = 0; i < members.Count; i++)
        {
            members.AddRange(children[members[i]]);
        }

        return members;
    }

    private static ProcStat? ReadStat(int process) =>
        TryRead($"/proc/{process}/stat") is { } line ? ProcStat.Parse(line) : null;

    private static string? TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // A process that ends takes its files along, between any two calls.
            return null;
        }
    }

    private BenchException Ended(int member) =>
        new($"Process {member} (of process {_root}) has ended during the measurement.");
}
