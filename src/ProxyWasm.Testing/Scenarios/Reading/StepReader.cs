using ProxyWasm.Abi;
using ProxyWasm.Testing.Scenarios.Steps;
using ProxyWasm.Testing.Suites;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Scenarios.Reading;

/// <summary>Reads the steps of one scenario: an event at most each, and what is expected after it.</summary>
internal sealed class StepReader(IReadOnlyList<SuiteNode> nodes)
{
    private delegate Func<ScenarioRun, Task> EventReader(StepReader reader, StepContext context, SuiteNode value);

    private static readonly Dictionary<string, EventReader> Events = new(StringComparer.Ordinal)
    {
        ["request_headers"] = static (reader, context, value) => Now(reader.Headers(context, value, "request")),
        ["request_body"] = static (reader, context, value) => Now(reader.Body(context, value, "request")),
        ["request_trailers"] = static (_, context, value) => Now(Trailers(context, value, "request")),
        ["response_headers"] = static (reader, context, value) => Now(reader.Headers(context, value, "response")),
        ["response_body"] = static (reader, context, value) => Now(reader.Body(context, value, "response")),
        ["response_trailers"] = static (_, context, value) => Now(Trailers(context, value, "response")),
        ["finish"] = static (_, context, _) => Now(run => run.Last = run.Stream(context.Stream).Finish()),
        ["connect"] = static (_, context, _) => Now(run => run.Connect(context.Connection)),
        ["downstream"] = static (_, context, value) => Now(Data(context, value, isDownstream: true)),
        ["upstream"] = static (_, context, value) => Now(Data(context, value, isDownstream: false)),
        ["close"] = static (_, context, value) => Now(Close(context, value)),
        ["advance"] = static (_, _, value) => Now(Advance(value)),
        ["answer"] = static (_, _, value) => Now(Answer(value)),
        ["enqueue"] = static (_, _, value) => Now(Enqueue(value)),
        ["set_shared_data"] = static (_, _, value) => Now(SetSharedData(value)),
        ["reload"] = static (_, _, value) => ReloadReader.Read(value),
        ["shutdown"] = static (_, _, _) => Now(static run => run.Host.Shutdown()),
    };

    // Everything but a new plugin happens at once.
    private static Func<ScenarioRun, Task> Now(Action<ScenarioRun> action) => run =>
    {
        action(run);
        return Task.CompletedTask;
    };

    public IReadOnlyList<ScenarioStep> Read() => [.. nodes.Select(ReadStep)];

    private ScenarioStep ReadStep(SuiteNode node, int index)
    {
        var fields = new MessageReader(node, "a step");
        (string Name, EventReader Read, SuiteNode Value)[] events =
        [
            .. Events.Select(known => (known.Key, known.Value, fields.Single(known.Key)))
                .Where(found => found.Item3 is not null)
                .Select(found => (found.Key, found.Value, found.Item3!)),
        ];
        if (events.Length > 1)
        {
            throw SuiteException.BadValue(
                events[1].Value.Place,
                $"\"{events[0].Name}\" and \"{events[1].Name}\" are two events",
                "Write a step for each");
        }

        var context = new StepContext(
            index, fields.Text("stream"), fields.Text("connection"), fields.Scalar("end_of_stream") is null
                ? null : fields.Flag("end_of_stream"));
        var expect = fields.Single("expect");
        var step = new ScenarioStep(
            fields.Place,
            events is [var found] ? found.Read(this, context, found.Value) : static _ => Task.CompletedTask,
            expect is null ? [] : new ExpectationReader(context).Read(expect));
        fields.Complete();
        return step;
    }

    private Action<ScenarioRun> Headers(StepContext context, SuiteNode value, string direction)
    {
        var headers = ValueReader.Headers(value, "headers");
        var isEnd = context.EndOfStream ?? !IsContinued(context, direction);
        return direction == "request"
            ? run => run.Last = run.Stream(context.Stream).RequestHeaders(headers, isEnd)
            : run => run.Last = run.Stream(context.Stream).ResponseHeaders(headers, isEnd);
    }

    private Action<ScenarioRun> Body(StepContext context, SuiteNode value, string direction)
    {
        var bytes = ValueReader.Bytes(value, "a body");
        var isEnd = context.EndOfStream ?? !IsContinued(context, direction);
        return direction == "request"
            ? run => run.Last = run.Stream(context.Stream).RequestBody(bytes, isEnd)
            : run => run.Last = run.Stream(context.Stream).ResponseBody(bytes, isEnd);
    }

    private static Action<ScenarioRun> Trailers(StepContext context, SuiteNode value, string direction)
    {
        var trailers = ValueReader.Headers(value, "trailers");
        return direction == "request"
            ? run => run.Last = run.Stream(context.Stream).RequestTrailers(trailers)
            : run => run.Last = run.Stream(context.Stream).ResponseTrailers(trailers);
    }

    // An event ends its direction unless a later step goes on with it.
    private bool IsContinued(StepContext context, string direction) => nodes.Skip(context.Index + 1)
        .OfType<MessageNode>()
        .Any(step => StreamOf(step) == context.Stream && step.Fields.Any(field =>
            field.Name == $"{direction}_body" || field.Name == $"{direction}_trailers"));

    private static string StreamOf(MessageNode step) =>
        (step.Fields.FirstOrDefault(static field => field.Name == "stream")?.Value as ScalarNode)?.Text ?? "";

    private static Action<ScenarioRun> Data(StepContext context, SuiteNode value, bool isDownstream)
    {
        var bytes = ValueReader.Bytes(value, "bytes");
        var isEnd = context.EndOfStream ?? false;
        return isDownstream
            ? run => run.Last = run.Connection(context.Connection).DownstreamData(bytes, isEnd)
            : run => run.Last = run.Connection(context.Connection).UpstreamData(bytes, isEnd);
    }

    private static Action<ScenarioRun> Close(StepContext context, SuiteNode value)
    {
        var peer = ValueReader.Text(value, "\"close\"") switch
        {
            "" or "remote" => PeerType.Remote,
            "local" => PeerType.Local,
            var other => throw SuiteException.BadValue(
                value.Place, $"expected remote or local for \"close\", found \"{other}\"", "Write who closes"),
        };
        return run => run.Connection(context.Connection).Close(peer);
    }

    private static Action<ScenarioRun> Advance(SuiteNode value)
    {
        var time = ValueReader.Duration(value, "\"advance\"");
        return run => run.Host.Advance(time);
    }

    private static Action<ScenarioRun> Answer(SuiteNode value)
    {
        var fields = new MessageReader(value, "an answer");
        var cluster = fields.Text("cluster");
        var answer = AnswerReader.Read(fields) ?? throw SuiteException.BadValue(
            value.Place, "expected an answer, found none", "Add reply, fail or grpc");
        fields.Complete();
        return run =>
        {
            var call = run.Host.Upstreams.Calls.FirstOrDefault(call => call.IsPending && call.Cluster == cluster)
                ?? throw new InvalidOperationException($"no call to \"{cluster}\" waits for an answer");
            run.Host.Run(() => answer.Give(call));
        };
    }

    private static Action<ScenarioRun> Enqueue(SuiteNode value)
    {
        var fields = new MessageReader(value, "an item of a queue");
        var queue = fields.Text("queue");
        var item = fields.Single("item") is { } node ? ValueReader.Bytes(node, "an item") : [];
        fields.Complete();
        return run => run.Host.Queue(queue).Enqueue(item);
    }

    private static Action<ScenarioRun> SetSharedData(SuiteNode value)
    {
        (string Name, byte[] Bytes)[] entries =
        [
            .. ValueReader.Entries(value, "shared data").Select(entry =>
                (entry.Name, ValueReader.Bytes(entry.Value, $"\"{entry.Name}\""))),
        ];
        return run =>
        {
            foreach (var (name, bytes) in entries)
            {
                run.Host.SharedData.Set(name, bytes);
            }
        };
    }
}
