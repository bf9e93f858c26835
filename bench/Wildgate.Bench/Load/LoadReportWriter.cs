using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Wildgate.Bench.Measuring;

namespace Wildgate.Bench.Load;

/// <summary>Shows the result of a load run on the console and writes it to a file.</summary>
internal static class LoadReportWriter
{
    private const double Mib = 1 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(LoadResult result, MemoryWatch? memory, IAnsiConsole console)
    {
        var grid = new Table().Border(TableBorder.Simple).HideHeaders().AddColumn("").AddColumn("");
        void Add(string name, FormattableString value) =>
            grid.AddRow(Markup.Escape(name), Markup.Escape(value.ToString(CultureInfo.InvariantCulture)));

        Add("requests completed", $"{result.Completed:N0}");
        Add("requests failed", $"{result.Failed:N0}{(result.IsCutShort ? " (stopped there)" : "")}");
        Add("connections opened", $"{result.Connects:N0}");
        Add("time", $"{result.Elapsed.TotalSeconds:N2} s");
        Add("requests/s", $"{result.RequestsPerSecond:N0}");
        Add("answer bodies", $"{result.BodyBytes:N0} bytes");
        Add("latency p50", $"{result.Latencies.Percentile(0.5).TotalMicroseconds:N0} µs");
        Add("latency p99", $"{result.Latencies.Percentile(0.99).TotalMicroseconds:N0} µs");
        Add("latency max", $"{result.Latencies.Largest.TotalMicroseconds:N0} µs");
        if (memory is not null)
        {
            Add("memory at start", $"{memory.FirstBytes / Mib:N1} MiB");
            Add("memory min", $"{memory.MinBytes / Mib:N1} MiB");
            Add("memory max", $"{memory.MaxBytes / Mib:N1} MiB");
            Add("memory max, 1st half", $"{memory.MaxBytesOfFirstHalf / Mib:N1} MiB");
            Add("memory max, 2nd half", $"{memory.MaxBytesOfSecondHalf / Mib:N1} MiB");
            Add("memory at end", $"{memory.LastBytes / Mib:N1} MiB");
        }

        foreach (var failure in result.Failures)
        {
            Add($"failed {failure.Value:N0} x", $"{failure.Key}");
        }

        console.Write(grid);
    }

    /// <exception cref="BenchException">The file cannot be written.</exception>
    public static void WriteJson(LoadResult result, MemoryWatch? memory, string path)
    {
        var document = new
        {
            result.Completed,
            result.Failed,
            result.IsCutShort,
            result.Connects,
            ElapsedSeconds = result.Elapsed.TotalSeconds,
            result.RequestsPerSecond,
            result.BodyBytes,
            P50Microseconds = result.Latencies.Percentile(0.5).TotalMicroseconds,
            P99Microseconds = result.Latencies.Percentile(0.99).TotalMicroseconds,
            MaxMicroseconds = result.Latencies.Largest.TotalMicroseconds,
            Failures = result.Failures.ToDictionary(),
            Memory = memory,
        };
        ReportFile.Write(path, JsonSerializer.Serialize(document, Json) + "\n");
    }
}
