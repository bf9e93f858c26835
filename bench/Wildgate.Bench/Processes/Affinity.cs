using System.Globalization;

namespace Wildgate.Bench.Processes;

/// <summary>Confines this process to one core.</summary>
internal static class Affinity
{
    /// <exception cref="BenchException">taskset is missing or there is no such core.</exception>
    public static void PinSelf(int core)
    {
        if (Installed.Find("taskset") is null)
        {
            throw new BenchException("taskset is missing: apt-get install util-linux, or run with --no-pin.");
        }

        // All threads: the runtime has started some before the first line of the program.
        var id = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var output = ChildProcess.Output(
            new ProcessCommand("taskset", "-a", "-c", "-p", core.ToString(CultureInfo.InvariantCulture), id));
        if (output.Contains("failed", StringComparison.Ordinal))
        {
            throw new BenchException($"This process cannot be pinned to core {core}: {output.Split('\n')[^1]}.");
        }
    }
}
