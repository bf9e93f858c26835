using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Wildgate.Bench.Micro;

namespace Wildgate.Bench.Commands;

/// <summary><c>host</c>: what host calls and streams cost in process.</summary>
internal static class HostCommand
{
    public static Command Create()
    {
        var command = new Command("host", "Time and allocations of host calls and of streams, in process");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var results = await HostBenchmark.RunAsync(Console.Error.WriteLine);
        var table = new Table().Border(TableBorder.Markdown)
            .AddColumn("operation")
            .AddColumn("ns, median", column => column.RightAligned())
            .AddColumn("ns, fastest round", column => column.RightAligned())
            .AddColumn("bytes allocated", column => column.RightAligned());
        foreach (var result in results)
        {
            table.AddRow(
                new Text(result.Name),
                new Text(result.Nanoseconds.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(result.Fastest.ToString("N0", CultureInfo.InvariantCulture)),
                new Text(result.Bytes.ToString("N2", CultureInfo.InvariantCulture)));
        }

        AnsiConsole.Write(table);
        return 0;
    }
}
