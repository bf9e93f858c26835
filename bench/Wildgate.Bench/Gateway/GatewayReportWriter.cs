using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Wildgate.Bench.Gateway;

/// <summary>Shows a report on the console and writes it to files.</summary>
internal static class GatewayReportWriter
{
    private const int TextColumns = 2;

    /// <summary>Above this share of foreign work the report says that it was disturbed.</summary>
    private const double DisturbedShare = 0.1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Print(GatewayReport report, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < GatewayReport.Columns.Count; i++)
        {
            var column = new TableColumn(GatewayReport.Columns[i]).NoWrap();
            table.AddColumn(i < TextColumns ? column : column.RightAligned());
        }

        foreach (var row in report.Rows())
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        console.Write(table);
        foreach (var line in Facts(report))
        {
            console.WriteLine(line);
        }
    }

    /// <exception cref="BenchException">The file cannot be written.</exception>
    public static void WriteJson(GatewayReport report, string path) =>
        ReportFile.Write(path, JsonSerializer.Serialize(report, Json) + "\n");

    /// <exception cref="BenchException">The file cannot be written.</exception>
    public static void WriteMarkdown(GatewayReport report, string path)
    {
        var text = new StringBuilder()
            .Append("# CPU per request of the gateway and its peers\n\n")
            .Append("Written by `Wildgate.Bench gateway`; what the columns mean: [bench/README.md](../README.md).\n\n");
        AppendRow(text, GatewayReport.Columns);
        AppendRow(text, GatewayReport.Columns.Select(static (_, i) => i < TextColumns ? "---" : "---:"));
        foreach (var row in report.Rows())
        {
            AppendRow(text, row);
        }

        text.Append('\n');
        foreach (var fact in Facts(report))
        {
            text.Append("- ").Append(fact).Append('\n');
        }

        ReportFile.Write(path, text.ToString());
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static IEnumerable<string> Facts(GatewayReport report)
    {
        var options = report.Options;
        yield return $"Machine: {report.Machine}";
        var cores = options.ProxyCore is null
            ? "not pinned"
            : $"proxy on core {options.ProxyCore}, load and upstream on core {options.LoadCore}";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Run: {options.Rounds} interleaved rounds of {options.DurationSeconds} s after "
            + $"{options.WarmupRequests:N0} requests of warm-up, {options.Connections} connections, {cores}");
        if (report.Peers.Max(static peer => peer.ForeignShare) is { } share and > DisturbedShare)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Disturbed: others kept the proxies' core busy for up to {share:P0} of the time; requests/s and "
                + $"latency say little, CPU per request is good for rough ratios; repeat on a quiet machine");
        }

        foreach (var version in report.Peers.GroupBy(static peer => peer.Version, static peer => peer.Name))
        {
            yield return $"{string.Join(", ", version)}: {version.Key}";
        }

        foreach (var peer in report.Skipped)
        {
            yield return $"{peer.Name}: skipped, not installed ({peer.Missing})";
        }
    }
}
