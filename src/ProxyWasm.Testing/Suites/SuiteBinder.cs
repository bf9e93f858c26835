using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Testing.Suites.Documents;

namespace ProxyWasm.Testing.Suites;

/// <summary>Makes a <see cref="Suite"/> of its text: one method per message of the format.</summary>
internal sealed class SuiteBinder(SuiteFiles files)
{
    private const int MaxStreams = 100_000;

    // More than any test needs, and few enough to run through.
    private const int MaxChunks = 1_000_000;

    public Suite Bind(SuiteNode root)
    {
        var suite = new MessageReader(root, "a suite");
        var environment = suite.Single("env") is { } env ? ReadEnvironment(env) : new SuiteEnvironment();
        SuiteCase[] cases = [.. suite.Repeated("test").Select(ReadCase)];
        suite.Complete();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var @case in cases)
        {
            if (!names.Add(@case.Name))
            {
                throw SuiteException.BadValue(
                    @case.Place, $"two tests have the name \"{@case.Name}\"", "Give each test a name of its own");
            }
        }

        return new Suite(files.SuitePath, environment, cases);
    }

    private static SuiteEnvironment ReadEnvironment(SuiteNode node)
    {
        var env = new MessageReader(node, "env");
        env.Text("test_path");
        var environment = new SuiteEnvironment
        {
            WasmPath = env.Text("wasm_path"),
            ConfigPath = env.Text("config_path"),
            LogLevel = ReadLevel(env),
            LogPath = env.Text("log_path"),
            TimeSeconds = env.Number("time_secs", 0, 9_000_000_000) ?? 0,
            AdditionalStreams = (int)(env.Number("num_additional_streams", 0, MaxStreams) ?? 0),
            AdditionalStreamAdvanceRate = (int)(env.Number("additional_stream_advance_rate", 0, MaxStreams) ?? 0),
        };
        env.Complete();
        return environment;
    }

    private static LogLevel ReadLevel(MessageReader env)
    {
        if (env.Scalar("log_level") is not { } scalar)
        {
            return LogLevel.Info;
        }

        return SuiteLevels.TryParse(scalar.Text, out var level) ? level : throw SuiteException.BadValue(
            scalar.Place, $"\"{scalar.Text}\" is no log level", $"Take one of: {SuiteLevels.Names}");
    }

    private SuiteCase ReadCase(SuiteNode node)
    {
        var test = new MessageReader(node, "a test");
        test.OnlyOneOf("num_chunks", "chunk_size");
        var hasPlan = test.Scalar("num_chunks") is not null || test.Scalar("chunk_size") is not null;
        var result = new SuiteCase
        {
            Name = test.Text("name"),
            Place = test.Place,
            IsBenchmark = test.Flag("benchmark"),
            ChunkCount = (int)(test.Number("num_chunks", 1, MaxChunks) ?? 0),
            ChunkBytes = (int)(test.Number("chunk_size", 1, int.MaxValue) ?? 0),
            Properties = ReadProperties(test),
            RequestHeaders = ReadHeaders(test, "request_headers", isRequest: true),
            RequestBody = ReadBodies(test, "request_body", hasPlan),
            ResponseHeaders = ReadHeaders(test, "response_headers", isRequest: false),
            ResponseBody = ReadBodies(test, "response_body", hasPlan),
            PluginInit = ReadExpectation(test, "plugin_init"),
            StreamInit = ReadExpectation(test, "stream_init"),
            StreamDestroy = ReadExpectation(test, "stream_destroy"),
        };
        test.Complete();
        foreach (var invocation in (SuiteInvocation[])[.. result.RequestBody, .. result.ResponseBody])
        {
            if (result.ChunkBytes > 0 && invocation.Body.Length / result.ChunkBytes > MaxChunks)
            {
                throw SuiteException.BadValue(
                    test.Place,
                    $"a body of {invocation.Body.Length} bytes makes more than {MaxChunks} chunks",
                    "Take larger chunks");
            }
        }

        return result;
    }

    private static Dictionary<string, byte[]> ReadProperties(MessageReader test)
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var node in test.Repeated("properties"))
        {
            var property = new MessageReader(node, "a property");
            properties.TryAdd(property.Text("path"), property.Bytes("value") ?? []);
            property.Complete();
        }

        return properties;
    }

    private SuiteInvocation? ReadHeaders(MessageReader test, string name, bool isRequest)
    {
        if (test.Single(name) is not { } node)
        {
            return null;
        }

        var invocation = new MessageReader(node, name);
        var headers = new SuiteHeaders();
        if (invocation.Single("input") is { } inputNode)
        {
            var input = new MessageReader(inputNode, "an input");
            var fields = ReadFields(input, "header");
            if (ReadContent(input) is { Length: > 0 } head)
            {
                headers = HttpHead.Read(head, isRequest, input.Place);
            }
            else
            {
                fields.ForEach(field => headers.Add(field.Name, field.Value));
            }

            input.Complete();
        }

        var result = ReadExpectation(invocation, "result");
        invocation.Complete();
        return new SuiteInvocation(headers, [], result);
    }

    private List<SuiteInvocation> ReadBodies(MessageReader test, string name, bool hasPlan)
    {
        var bodies = new List<SuiteInvocation>();
        foreach (var node in test.Repeated(name))
        {
            var invocation = new MessageReader(node, name);
            byte[] body = [];
            if (invocation.Single("input") is { } inputNode)
            {
                var input = new MessageReader(inputNode, "an input");
                ReadFields(input, "header");
                body = ReadContent(input) ?? [];
                input.Complete();
            }

            bodies.Add(new SuiteInvocation(new SuiteHeaders(), body, ReadExpectation(invocation, "result")));
            invocation.Complete();
        }

        return bodies.Count <= 1 || !hasPlan ? bodies : throw SuiteException.BadValue(
            test.Place,
            $"{bodies.Count} invocations of {name} cannot go with num_chunks or chunk_size",
            "Keep one invocation, whose body is cut into chunks, or remove the plan");
    }

    // A file goes before content.
    private byte[]? ReadContent(MessageReader input)
    {
        var content = input.Bytes("content");
        return input.Scalar("file") is { Bytes.Length: > 0 } file ? files.Read(file.Text, file.Place) : content;
    }

    private static List<(string Name, byte[] Value)> ReadFields(MessageReader reader, string name)
    {
        var fields = new List<(string, byte[])>();
        foreach (var node in reader.Repeated(name))
        {
            var header = new MessageReader(node, "a header");
            var key = header.Text("key");
            fields.Add((Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(key)), header.Bytes("value") ?? []));
            header.Complete();
        }

        return fields;
    }

    private SuiteExpectation ReadExpectation(MessageReader reader, string name)
    {
        if (reader.Single(name) is not { } node)
        {
            return SuiteExpectation.None;
        }

        var expectation = new MessageReader(node, "an expectation");
        var result = new SuiteExpectation
        {
            HasHeader = RequireNames(ReadFields(expectation, "has_header"), expectation.Place),
            NoHeader = [.. RequireNames(ReadFields(expectation, "no_header"), expectation.Place).Select(f => f.Name)],
            Headers = ReadMatchers(expectation, "headers"),
            Body = ReadMatchers(expectation, "body"),
            Immediate = expectation.Single("immediate") is { } immediate ? ReadImmediate(immediate) : null,
            Log = ReadMatchers(expectation, "log"),
        };
        expectation.Complete();
        return result;
    }

    private static List<(string Name, byte[] Value)> RequireNames(
        List<(string Name, byte[] Value)> fields, SuitePlace place) =>
        fields.TrueForAll(field => field.Name.Length > 0) ? fields : throw SuiteException.BadValue(
            place, "a header of an expectation has no key", "Name the header");

    private static ImmediateExpectation ReadImmediate(SuiteNode node)
    {
        var immediate = new MessageReader(node, "immediate");
        var result = new ImmediateExpectation(
            (int?)immediate.Number("http_status", int.MinValue, int.MaxValue),
            (int?)immediate.Number("grpc_status", int.MinValue, int.MaxValue),
            immediate.Scalar("details")?.Text);
        immediate.Complete();
        return result;
    }

    private List<SuiteMatcher> ReadMatchers(MessageReader reader, string name)
    {
        var matchers = new List<SuiteMatcher>();
        foreach (var node in reader.Repeated(name))
        {
            var matcher = new MessageReader(node, "a matcher");
            matcher.OnlyOneOf("exact", "regex", "file");
            var invert = matcher.Flag("invert");
            var exact = matcher.Bytes("exact");
            var regex = matcher.Scalar("regex");
            var file = matcher.Scalar("file");
            matcher.Complete();
            matchers.Add((exact, regex, file) switch
            {
                ({ } value, _, _) => SuiteMatcher.Exact(value, invert),
                (_, { } pattern, _) => SuiteMatcher.Pattern(
                    Re2Pattern.Compile(pattern.Text, pattern.Place), pattern.Text, invert),
                (_, _, { } path) => SuiteMatcher.Exact(files.Read(path.Text, path.Place), invert),
                _ => throw SuiteException.BadValue(
                    matcher.Place, "a matcher has no value", "Give it exact, regex or file"),
            });
        }

        return matchers;
    }
}
