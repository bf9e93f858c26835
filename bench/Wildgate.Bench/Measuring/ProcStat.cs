using System.Globalization;

namespace Wildgate.Bench.Measuring;

/// <summary>What a line of <c>/proc/PID/stat</c> says, see <c>proc(5)</c>.</summary>
/// <param name="Parent">Process id of the parent.</param>
/// <param name="Ticks">CPU time in user and system mode of all threads, ended ones included, in clock ticks.</param>
internal readonly record struct ProcStat(int Parent, long Ticks)
{
    private const int ParentField = 1;
    private const int UserField = 11;
    private const int SystemField = 12;

    /// <summary>Reads a line; null when it is no such line.</summary>
    public static ProcStat? Parse(string line)
    {
        // The second field is the name in brackets, and the name may contain blanks and brackets itself.
        var fields = line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > SystemField
            && int.TryParse(fields[ParentField], CultureInfo.InvariantCulture, out var parent)
            && long.TryParse(fields[UserField], CultureInfo.InvariantCulture, out var user)
            && long.TryParse(fields[SystemField], CultureInfo.InvariantCulture, out var system)
            ? new ProcStat(parent, user + system)
            : null;
    }
}
