using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Scenarios.Reading;

/// <summary>Reads what is expected around streams: calls, metrics, shared data, queues, connections.</summary>
internal sealed class StateExpectations(StepContext context, Action<Func<ScenarioRun, IEnumerable<string>>> add)
{
    public void Read(MessageReader fields)
    {
        ReadCalls(fields);
        ReadMetrics(fields);
        ReadSharedData(fields);
        ReadQueues(fields);
        ReadConnection(fields);
        if (fields.Scalar("running") is not null)
        {
            var expected = fields.Flag("running");
            add(run => run.Host.IsRunning == expected
                ? []
                : [expected ? "expected the plugin to run, but it has failed" : "expected the plugin to have failed"]);
        }

        if (fields.Single("tick_period") is { } period)
        {
            var expected = ValueReader.Duration(period, "\"tick_period\"");
            add(run => run.Host.TickPeriod is var found && found == expected
                ? []
                : [$"expected a tick each {expected.TotalMilliseconds} ms, found {found.TotalMilliseconds} ms"]);
        }
    }

    // All calls to a cluster since the begin of the scenario, in order.
    private void ReadCalls(MessageReader fields)
    {
        foreach (var (cluster, node) in Entries(fields, "calls"))
        {
            var expected = ValueReader.Items(node).Select(item => ReadCall(item, cluster)).ToArray();
            add(run =>
            {
                TestCall[] calls = [.. run.Host.Upstreams.Calls.Where(call => call.Cluster == cluster)];
                return calls.Length != expected.Length
                    ? [$"expected {expected.Length} calls to \"{cluster}\", found {calls.Length}"]
                    : expected.Zip(calls, static (check, call) => check(call)).SelectMany(static found => found);
            });
        }
    }

    private static Func<TestCall, IEnumerable<string>> ReadCall(SuiteNode node, string cluster)
    {
        var fields = new MessageReader(node, "a call");
        var checks = new List<(TextMatcher Expected, string What, Func<TestCall, string?> Find)>();
        void Add(string name, Func<TestCall, string?> find)
        {
            if (fields.Single(name) is { } value)
            {
                checks.Add((ValueReader.Matcher(value, $"\"{name}\""), $"the {name} of a call to \"{cluster}\"", find));
            }
        }

        Add("method", static call => call.Method);
        Add("path", static call => call.Path);
        Add("body", static call => call.Text);
        foreach (var (name, value) in Entries(fields, "headers"))
        {
            checks.Add((
                ValueReader.Matcher(value, $"\"{name}\""),
                $"the header \"{name}\" of a call to \"{cluster}\"",
                call => call.Headers[name]));
        }

        if (fields.Scalar("ended") is not null)
        {
            var isEnded = fields.Flag("ended") ? "true" : "false";
            checks.Add((
                new TextMatcher { Exact = isEnded },
                $"the end of a call to \"{cluster}\" on the plugin's side",
                static call => call.HasEndedSending ? "true" : "false"));
        }

        var index = 0;
        foreach (var message in fields.Repeated("messages").ToArray())
        {
            var at = index++;
            checks.Add((
                ValueReader.Matcher(message, "a message"),
                $"message {index} of a call to \"{cluster}\"",
                call => at < call.Messages.Count ? ScenarioRun.TextOf(call.Messages[at]) : null));
        }

        fields.Complete();
        return call => checks
            .Select(check => check.Expected.FindProblem(check.What, check.Find(call))).OfType<string>();
    }

    private void ReadMetrics(MessageReader fields)
    {
        foreach (var (name, node) in Entries(fields, "metrics"))
        {
            var (value, count) = ReadMetric(node);
            add(run =>
            {
                var found = run.Host.Metrics.FirstOrDefault(metric => metric.Name == name);
                if (found is null)
                {
                    return [$"expected the metric \"{name}\", found: {Names(run.Host.Metrics.Select(m => m.Name))}"];
                }

                (long? Expected, long Found, string What)[] pairs =
                    [(value, (long)found.Value, ""), (count, found.Count, " samples")];
                return pairs.Where(static pair => pair.Expected is { } expected && expected != pair.Found)
                    .Select(pair =>
                        $"expected {pair.Expected}{pair.What} in the metric \"{name}\", found {pair.Found}");
            });
        }
    }

    private static (long? Value, long? Count) ReadMetric(SuiteNode node)
    {
        // A number alone is the value of a counter or a gauge.
        var fields = new MessageReader(
            node is ScalarNode ? new MessageNode(node.Place, [new FieldNode(node.Place, "value", node)]) : node,
            "a metric");
        var metric = (fields.Number("value", 0, long.MaxValue) ?? fields.Number("sum", 0, long.MaxValue),
            fields.Number("count", 0, long.MaxValue));
        fields.Single("sum");
        fields.Complete();
        return metric;
    }

    private void ReadSharedData(MessageReader fields)
    {
        foreach (var (key, node) in Entries(fields, "shared_data"))
        {
            var matcher = ValueReader.Matcher(node, $"\"{key}\"");
            add(run => matcher.FindProblem($"the shared value \"{key}\"", run.Host.SharedData[key]) is { } problem
                ? [problem] : []);
        }
    }

    // Looking takes the items out.
    private void ReadQueues(MessageReader fields)
    {
        foreach (var (name, node) in Entries(fields, "queues"))
        {
            var expected = ValueReader.Items(node).Select(item => ValueReader.Matcher(item, "an item")).ToArray();
            add(run =>
            {
                var queue = run.Host.Queue(name);
                var items = new List<string>();
                while (queue.Dequeue() is { } item)
                {
                    items.Add(ScenarioRun.TextOf(item));
                }

                return items.Count != expected.Length
                    ? [$"expected {expected.Length} items in the queue \"{name}\", found: {Names(items)}"]
                    : expected.Zip(items, (matcher, item) => matcher.FindProblem($"an item of \"{name}\"", item))
                        .OfType<string>();
            });
        }
    }

    private void ReadConnection(MessageReader fields)
    {
        foreach (var (name, find) in new (string, Func<TestConnection, string>)[]
        {
            ("to_upstream", static connection => ScenarioRun.TextOf(connection.ToUpstream)),
            ("to_client", static connection => ScenarioRun.TextOf(connection.ToClient)),
        })
        {
            if (fields.Single(name) is { } node)
            {
                var matcher = ValueReader.Matcher(node, $"\"{name}\"");
                add(run => matcher.FindProblem(name, run.FindConnection(context.Connection) is { } found
                    ? find(found) : null) is { } problem ? [problem] : []);
            }
        }

        foreach (var (name, find) in new (string, Func<TestConnection, bool>)[]
        {
            ("accepted", static connection => connection.IsAccepted),
            ("closed", static connection => connection.IsClosed),
        })
        {
            if (fields.Scalar(name) is not null)
            {
                var expected = fields.Flag(name);
                add(run => (run.FindConnection(context.Connection) is { } found && find(found)) == expected
                    ? [] : [$"expected the connection {(expected ? "" : "not ")}to be {name}"]);
            }
        }
    }

    private static (string Name, SuiteNode Value)[] Entries(MessageReader fields, string name) =>
        fields.Single(name) is { } node ? [.. ValueReader.Entries(node, $"the names of \"{name}\"")] : [];

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Take(20).Select(TextMatcher.Show)) is { Length: > 0 } text ? text : "none";
}
