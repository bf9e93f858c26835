using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Spectre.Console;
using Wildgate.Bench.Http;
using Wildgate.Bench.Load;
using Wildgate.Bench.Measuring;

namespace Wildgate.Bench.Commands;

/// <summary><c>load</c>: the load generator against any URL.</summary>
internal static class LoadCommand
{
    private const double DefaultSeconds = 10;
    private const double DefaultTimeoutSeconds = 30;

    private static readonly Argument<string> Url = new("url") { Description = "http://HOST[:PORT]/PATH" };

    private static readonly Option<int> Connections =
        Options.Positive("--connections", "Connections, each with one request at a time", LoadPlan.DefaultConnections);

    private static readonly Option<double?> Duration =
        Options.Optional("--duration", $"Seconds after which no request begins (default {DefaultSeconds}, "
            + "or no limit with --requests)", 0.01, 86_400d);

    private static readonly Option<long?> Requests =
        Options.Optional("--requests", "Number of requests", 1, long.MaxValue);

    private static readonly Option<double> Timeout =
        Options.Seconds("--timeout", "Seconds a request may take", DefaultTimeoutSeconds);

    private static readonly Option<string> Method = new("--method")
    {
        Description = "Request method",
        DefaultValueFactory = static _ => "GET",
    };

    private static readonly Option<long> BodySize =
        Options.Checked("--body-size", "Bytes of the request body", 0, 0, 1L << 40);

    private static readonly Option<bool> Chunked = new("--chunked")
    {
        Description = "Send the body with transfer-encoding: chunked instead of content-length",
    };

    private static readonly Option<string[]> ExpectHeader = new("--expect-header")
    {
        Description = "NAME or NAME=VALUE that every answer must have; may be repeated",
        DefaultValueFactory = static _ => [],
    };

    private static readonly Option<long?> ExpectBodySize =
        Options.Optional("--expect-body-size", "Bytes every answer's body must have", 0, long.MaxValue);

    private static readonly Option<int?> Watched =
        Options.Optional("--pid", "Follow the resident memory of this process and its children", 1, int.MaxValue);

    public static Command Create()
    {
        Method.Validators.Add(static result => Require(
            result, HeaderLine.IsToken(Encoding.UTF8.GetBytes(result.GetValue(Method)!)), "is no HTTP method"));
        ExpectHeader.Validators.Add(static result => Require(
            result,
            result.GetValue(ExpectHeader)!.All(static text => HeaderExpectation.Parse(text) is not null),
            "is not NAME or NAME=VALUE"));
        var command = new Command("load", "Send requests to a URL; exit code 1 when one of them fails")
        {
            Url, Connections, Duration, Requests, Timeout, Method, BodySize, Chunked, ExpectHeader, ExpectBodySize,
            Watched, Options.Json,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var plan = Plan(parsed);
        var memory = parsed.GetValue(Watched) is { } watched
            ? new MemoryWatch(new ProcessTree(watched).ReadResidentBytes)
            : null;
        var result = new LoadGenerator(plan, TimeProvider.System, memory is null ? null : memory.Sample)
            .Run(cancellationToken);
        memory?.Sample();
        LoadReportWriter.Print(result, memory, AnsiConsole.Console);
        if (parsed.GetValue(Options.Json) is { } json)
        {
            LoadReportWriter.WriteJson(result, memory, json);
        }

        return result.Failed > 0 || result.Completed == 0 ? 1 : 0;
    }

    private static LoadPlan Plan(ParseResult parsed)
    {
        var target = LoadTarget.Parse(parsed.GetValue(Url)!);
        var requests = parsed.GetValue(Requests);
        var seconds = parsed.GetValue(Duration) ?? (requests is null ? DefaultSeconds : null);
        return new LoadPlan
        {
            Target = target,
            Request = RequestBytes.Create(
                target, parsed.GetValue(Method)!, parsed.GetValue(BodySize), parsed.GetValue(Chunked)),
            Connections = parsed.GetValue(Connections),
            Duration = seconds is { } limit ? TimeSpan.FromSeconds(limit) : TimeSpan.MaxValue,
            Requests = requests ?? long.MaxValue,
            Timeout = TimeSpan.FromSeconds(parsed.GetValue(Timeout)),
            ExpectedHeaders = [.. parsed.GetValue(ExpectHeader)!.Select(static text => HeaderExpectation.Parse(text)!)],
            ExpectedBodySize = parsed.GetValue(ExpectBodySize),
        };
    }

    private static void Require(OptionResult result, bool isValid, string complaint)
    {
        if (!isValid)
        {
            result.AddError($"{result.Option.Name} {result.Tokens[^1].Value} {complaint}.");
        }
    }
}
