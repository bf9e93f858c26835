using System.Globalization;
using Wildgate.Bench.Posix;

namespace Wildgate.Bench.Measuring;

/// <summary>How long a core has been busy since boot, whoever used it.</summary>
internal static class CoreLoad
{
    private const int IdleField = 4;
    private const int WaitField = 5;

    // Fields after "steal" repeat time that "user" and "nice" already contain.
    private const int LastField = 8;

    public static TimeSpan ReadBusy(int core)
    {
        var line = File.ReadLines("/proc/stat")
            .FirstOrDefault(line => line.StartsWith($"cpu{core} ", StringComparison.Ordinal))
            ?? throw new BenchException($"This machine has no core {core}.");
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var ticks = 0L;
        for (var i = 1; i < fields.Length && i <= LastField; i++)
        {
            ticks += i is IdleField or WaitField ? 0 : long.Parse(fields[i], CultureInfo.InvariantCulture);
        }

        return TimeSpan.FromSeconds(ticks / (double)LibC.SystemConfiguration(LibC.ConfigClockTicks));
    }
}
