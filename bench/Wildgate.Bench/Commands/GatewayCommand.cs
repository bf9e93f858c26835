using System.CommandLine;
using Spectre.Console;
using Wildgate.Bench.Gateway;
using Wildgate.Bench.Peers;

namespace Wildgate.Bench.Commands;

/// <summary><c>gateway</c>: CPU per request of proxies.</summary>
internal static class GatewayCommand
{
    private const int CoreLimit = 1023;

    private static readonly GatewayOptions Defaults = new();

    private static readonly Option<string[]> Peers = new("--peers")
    {
        Description = $"Peers to measure: {string.Join(", ", PeerCatalog.All.Select(static peer => peer.Name))}",
        DefaultValueFactory = static _ => [],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int> Rounds =
        Options.Positive("--rounds", "Measurements of each peer", Defaults.Rounds);

    private static readonly Option<double> Duration =
        Options.Seconds("--duration", "Seconds of one measurement", Defaults.DurationSeconds);

    private static readonly Option<int> Warmup = Options.Checked(
        "--warmup", "Requests to each peer before the first round", Defaults.WarmupRequests, 1, 100_000_000);

    private static readonly Option<int> Connections =
        Options.Positive("--connections", "Connections of the load generator", Defaults.Connections);

    private static readonly Option<int> ProxyCore =
        Options.Checked("--proxy-core", "Core of the proxies", 0, 0, CoreLimit);

    private static readonly Option<int> LoadCore =
        Options.Checked("--load-core", "Core of load generator and upstream", 1, 0, CoreLimit);

    private static readonly Option<bool> NoPin = new("--no-pin") { Description = "Let the system choose cores" };

    private static readonly Option<string?> Markdown = new("--markdown")
    {
        Description = "Also write the table as Markdown to this file",
    };

    public static Command Create()
    {
        var command = new Command("gateway", "CPU per request of the gateway, next to other proxies doing the same job")
        {
            Peers, Rounds, Duration, Warmup, Connections, ProxyCore, LoadCore, NoPin, Options.Json, Markdown,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var isPinned = !parsed.GetValue(NoPin);
        var options = new GatewayOptions
        {
            Rounds = parsed.GetValue(Rounds),
            DurationSeconds = parsed.GetValue(Duration),
            WarmupRequests = parsed.GetValue(Warmup),
            Connections = parsed.GetValue(Connections),
            ProxyCore = isPinned ? parsed.GetValue(ProxyCore) : null,
            LoadCore = isPinned ? parsed.GetValue(LoadCore) : null,
        };
        if (isPinned && options.ProxyCore == options.LoadCore)
        {
            throw new BenchException("Proxy and load need different cores; --no-pin runs without.");
        }

        var peers = PeerCatalog.Select(parsed.GetValue(Peers)!);
        var benchmark = new GatewayBenchmark(options, TimeProvider.System, Console.Error.WriteLine);
        var report = benchmark.Run(peers, cancellationToken);
        GatewayReportWriter.Print(report, AnsiConsole.Console);
        if (parsed.GetValue(Options.Json) is { } json)
        {
            GatewayReportWriter.WriteJson(report, json);
        }

        if (parsed.GetValue(Markdown) is { } markdown)
        {
            GatewayReportWriter.WriteMarkdown(report, markdown);
        }

        return 0;
    }
}
