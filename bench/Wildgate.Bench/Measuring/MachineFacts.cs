using System.Globalization;
using System.Runtime.InteropServices;

namespace Wildgate.Bench.Measuring;

/// <summary>What a reader must know about the machine to compare numbers.</summary>
internal sealed record MachineFacts(
    string Processor, int Cores, double MemoryGib, string System, string Kernel, string Runtime, DateTimeOffset Time)
{
    public static MachineFacts Read(TimeProvider time) => new(
        Field("/proc/cpuinfo", "model name", ':') ?? RuntimeInformation.ProcessArchitecture.ToString(),
        OnlineCores(),
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30), 1),
        Field("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? RuntimeInformation.OSDescription,
        File.ReadAllText("/proc/sys/kernel/osrelease").Trim(),
        RuntimeInformation.FrameworkDescription,
        time.GetUtcNow());

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor}, {Cores} cores, {MemoryGib} GiB; {System}, Linux {Kernel}; {Runtime}; "
        + $"{Time:yyyy-MM-dd HH:mm} UTC");

    // Environment.ProcessorCount knows only the cores this process is pinned to.
    private static int OnlineCores() =>
        File.ReadLines("/proc/stat").Count(static line => line.StartsWith("cpu", StringComparison.Ordinal)
            && char.IsAsciiDigit(line[3]));

    private static string? Field(string file, string key, char separator) =>
        File.Exists(file)
            ? File.ReadLines(file)
                .Select(line => line.Split(separator, 2))
                .Where(parts => parts.Length == 2 && parts[0].Trim() == key)
                .Select(static parts => parts[1].Trim())
                .FirstOrDefault()
            : null;
}
