using ProxyWasm.Testing.Suites;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Scenarios.Reading;

/// <summary>Reads what is expected after a step. What is not written is not looked at.</summary>
internal sealed class ExpectationReader(StepContext context)
{
    private static readonly Dictionary<string, StepAction> Actions = new(StringComparer.Ordinal)
    {
        ["continue"] = StepAction.Continue,
        ["pause"] = StepAction.Pause,
        ["local_response"] = StepAction.LocalResponse,
        ["reset"] = StepAction.Reset,
    };

    private readonly List<Func<ScenarioRun, IEnumerable<string>>> _checks = [];

    public IReadOnlyList<Func<ScenarioRun, IEnumerable<string>>> Read(SuiteNode node)
    {
        var fields = new MessageReader(node, "expect");
        ReadAction(fields);
        ReadStep(fields);
        ReadLogs(fields);
        ReadDirection(fields, "request", static stream => stream.Request);
        ReadDirection(fields, "response", static stream => stream.Response);
        if (fields.Single("local_response") is { } response)
        {
            ReadLocalResponse(response);
        }

        new StateExpectations(context, _checks.Add).Read(fields);
        fields.Complete();
        return _checks;
    }

    private void ReadAction(MessageReader fields)
    {
        if (fields.Scalar("action") is not { } scalar)
        {
            return;
        }

        if (!Actions.TryGetValue(scalar.Text, out var expected))
        {
            throw SuiteException.BadValue(
                scalar.Place,
                $"expected an action, found \"{scalar.Text}\"",
                $"Take one of: {string.Join(", ", Actions.Keys)}");
        }

        _checks.Add(run => run.Last?.Action == expected
            ? []
            : [$"expected the action {scalar.Text}, found "
                + (run.Last is { } last ? Actions.First(known => known.Value == last.Action).Key : "no event")]);
    }

    // What came out of the event of this step.
    private void ReadStep(MessageReader fields)
    {
        if (fields.Single("headers") is { } headers)
        {
            AddHeaders(headers, "the header", static run => run.Last?.Headers);
        }

        if (fields.Single("body") is { } body)
        {
            AddText(body, "the body", static run => run.Last?.Text);
        }
    }

    private void ReadLogs(MessageReader fields)
    {
        foreach (var node in fields.Repeated("logs").ToArray())
        {
            var matcher = ValueReader.Matcher(node, "a log");
            _checks.Add(run => LogsOf(run).Any(matcher.Matches)
                ? []
                : [$"expected a log to be {matcher}, found: {Join(LogsOf(run))}"]);
        }

        foreach (var node in fields.Repeated("no_logs").ToArray())
        {
            var matcher = ValueReader.Matcher(node, "a log");
            _checks.Add(run => LogsOf(run).Any(matcher.Matches)
                ? [$"expected no log to be {matcher}, found: {Join(LogsOf(run))}"]
                : []);
        }
    }

    // Everything that has passed so far.
    private void ReadDirection(MessageReader fields, string name, Func<TestStream, TestDirection> direction)
    {
        if (fields.Single(name) is not { } node)
        {
            return;
        }

        TestDirection? Of(ScenarioRun run) => run.FindStream(context.Stream) is { } stream ? direction(stream) : null;
        var inside = new MessageReader(node, $"the {name}");
        if (inside.Single("headers") is { } headers)
        {
            AddHeaders(headers, $"the {name} header", run => Of(run)?.Headers);
        }

        if (inside.Single("trailers") is { } trailers)
        {
            AddHeaders(trailers, $"the {name} trailer", run => Of(run)?.Trailers);
        }

        if (inside.Single("body") is { } body)
        {
            AddText(body, $"the {name} body", run => Of(run)?.Text);
        }

        AddFlag(inside, "paused", $"the {name}", run => Of(run)?.IsPaused);
        AddFlag(inside, "ended", $"the {name}", run => Of(run)?.HasEnded);
        inside.Complete();
    }

    private void ReadLocalResponse(SuiteNode node)
    {
        TestLocalResponse? Of(ScenarioRun run) => run.FindStream(context.Stream)?.LocalResponse;
        if (ValueReader.IsNothing(node))
        {
            _checks.Add(run => Of(run) is { } found
                ? [$"expected no local response, found one with the status {found.StatusCode}"] : []);
            return;
        }

        var fields = new MessageReader(node, "a local response");
        _checks.Add(run => Of(run) is null ? ["expected a local response, found none"] : []);
        if (fields.Number("status", 100, 999) is { } status)
        {
            _checks.Add(run => Of(run) is { } found && found.StatusCode != status
                ? [$"expected the status {status}, found {found.StatusCode}"] : []);
        }

        if (fields.Number("grpc_status", -1, 16) is { } grpc)
        {
            _checks.Add(run => Of(run) is { } found && found.GrpcStatus != grpc
                ? [$"expected the gRPC status {grpc}, found {found.GrpcStatus}"] : []);
        }

        if (fields.Single("details") is { } details)
        {
            AddText(details, "the details", run => Of(run)?.Details);
        }

        if (fields.Single("headers") is { } headers)
        {
            AddHeaders(headers, "the header", run => Of(run)?.Headers);
        }

        if (fields.Single("body") is { } body)
        {
            AddText(body, "the body", run => Of(run)?.Text);
        }

        fields.Complete();
    }

    private void AddHeaders(SuiteNode node, string what, Func<ScenarioRun, TestHeaders?> find)
    {
        foreach (var (name, value) in ValueReader.Entries(node, "headers").ToArray())
        {
            AddText(value, $"{what} \"{name}\"", run => find(run)?[name]);
        }
    }

    private void AddText(SuiteNode node, string what, Func<ScenarioRun, string?> find)
    {
        var matcher = ValueReader.Matcher(node, what);
        _checks.Add(run => matcher.FindProblem(what, find(run)) is { } problem ? [problem] : []);
    }

    private void AddFlag(MessageReader fields, string name, string what, Func<ScenarioRun, bool?> find)
    {
        if (fields.Scalar(name) is not null)
        {
            var expected = fields.Flag(name);
            _checks.Add(run => (find(run) ?? false) == expected
                ? [] : [$"expected {what} {(expected ? "" : "not ")}to be {name}"]);
        }
    }

    private static IReadOnlyList<string> LogsOf(ScenarioRun run) =>
        [.. run.Host.Logs.Skip(run.FirstLog).Select(static record => record.Message)];

    private static string Join(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? "none" : string.Join(", ", texts.Take(20).Select(TextMatcher.Show));
}
