using System.CommandLine;
using System.Globalization;
using Wildgate.Bench.Soak;

namespace Wildgate.Bench.Commands;

/// <summary><c>soak</c>: a long run under full load with reloads.</summary>
internal static class SoakCommand
{
    private const double MaxMinutes = 10_080;

    private static readonly SoakOptions Defaults = new();

    private static readonly Option<double> Minutes =
        Options.Checked("--minutes", "Minutes under load", Defaults.Duration.TotalMinutes, 0.01, MaxMinutes);

    private static readonly Option<double> ReloadSeconds = Options.Seconds(
        "--reload-seconds", "Seconds between two reloads of the plugin", Defaults.ReloadInterval.TotalSeconds);

    private static readonly Option<int> Connections =
        Options.Positive("--connections", "Connections of the load generator", Defaults.Connections);

    public static Command Create()
    {
        var command = new Command(
            "soak", "The gateway under full load while its plugin is reloaded; exit code 1 when a request fails")
        {
            Minutes, ReloadSeconds, Connections,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new SoakOptions
        {
            Duration = TimeSpan.FromMinutes(parsed.GetValue(Minutes)),
            ReloadInterval = TimeSpan.FromSeconds(parsed.GetValue(ReloadSeconds)),
            Connections = parsed.GetValue(Connections),
        };
        Console.WriteLine("  seconds     requests   failed  reloads      counted   MiB resident");
        var result = await new SoakBenchmark(options, Print).RunAsync(cancellationToken);
        return result.Failed > 0 || result.Completed == 0 || result.Counted != result.Completed ? 1 : 0;
    }

    private static void Print(SoakResult result) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Elapsed.TotalSeconds,9:F0} {result.Completed,12} {result.Failed,8} {result.Reloads,8} "
            + $"{result.Counted,12} {result.ResidentBytes / 1048576.0,14:F1}"));
}
