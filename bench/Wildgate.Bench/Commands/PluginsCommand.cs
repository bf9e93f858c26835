using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wildgate.Bench.Firebase;
using Wildgate.Bench.Plugins;

namespace Wildgate.Bench.Commands;

/// <summary><c>plugins</c>: how large the plugins are, and what firebase-auth costs.</summary>
internal static class PluginsCommand
{
    public static Command Create()
    {
        var command = new Command("plugins", "Sizes of the plugins in plugins/, and the time that firebase-auth takes");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var isGood = WriteSizes();
        using var benchmark = new FirebaseBenchmark();
        isGood &= WriteTimes(await benchmark.RunAsync(Console.Error.WriteLine));
        return isGood ? 0 : 1;
    }

    private static bool WriteSizes()
    {
        var table = Table("plugin", "bytes", "budget");
        var isGood = true;
        foreach (var plugin in BuiltPlugin.All)
        {
            var size = plugin.Read().Length;
            isGood &= size <= (plugin.Budget ?? int.MaxValue);
            table.AddRow(plugin.Name, Number(size), plugin.Budget is { } budget ? Number(budget) : "");
        }

        AnsiConsole.Write(table);
        return isGood;
    }

    private static bool WriteTimes(IReadOnlyList<LatencyResult> results)
    {
        var table = Table("firebase-auth", "p50 µs", "p99 µs", "budget of p50");
        foreach (var result in results)
        {
            table.AddRow(result.Name, Time(result.P50), Time(result.P99), Time(result.Budget));
        }

        AnsiConsole.Write(table);
        return results.All(result => result.P50 <= result.Budget);
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Markdown);
        foreach (var (index, column) in columns.Index())
        {
            table.AddColumn(column, settings => settings.Alignment = index == 0 ? Justify.Left : Justify.Right);
        }

        return table;
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(double value) => value.ToString("N1", CultureInfo.InvariantCulture);
}
