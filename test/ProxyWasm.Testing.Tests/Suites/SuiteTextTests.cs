using ProxyWasm.Host.Tests.Scenarios;
using ProxyWasm.Testing.Suites;

namespace ProxyWasm.Testing.Tests.Suites;

public sealed class SuiteTextTests : IDisposable
{
    private readonly SuiteRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Protobuf_text_says_the_same_as_YAML()
    {
        var suite = _rig.ReadText(
            """
            # proto-file: runner.proto
            env { log_level: DEBUG, time_secs: 5; log_path: "" }
            test {
              name: 'first' ' part'
              benchmark: false
              properties < path: "a.b" value: "\x01\002\377" >
              request_headers {
                input { header { key: ":path" value: "/" } header: { key: "x" value: "caf\u00e9" } }
                result {
                  has_header [{ key: "x", value: "caf\303\251" }]
                  headers { regex: "x: .*" }
                  log { exact: "bytes 3" }
                  log: [{ regex: "never" invert: true }]
                }
              }
            }
            test { name: "second" }
            """);

        var results = await SuiteRig.RunAsync(suite, SuiteRig.Plugin(Wat.Callback(
            "request_headers",
            """
            (drop (call $property @"a\00b" (i32.const 0x10) (i32.const 0x14)))
            (call $say_number @"bytes" (i32.load (i32.const 0x14)))
            """)));

        Assert.Equal(["first part", "second"], suite.Names);
        Assert.Equal(5, suite.Environment.TimeSeconds);
        Assert.Equal(Abi.LogLevel.Debug, suite.Environment.LogLevel);
        Assert.All(results, result => Assert.Empty(result.Failures));
    }

    [Theory]
    [InlineData("tset: []", "PW4003", 1, 1, "\"tset\"")]
    [InlineData("test:\n- name: a\n  reqest_headers: {}", "PW4003", 3, 3, "\"reqest_headers\"")]
    [InlineData("test: [{name: a, request_headers: {input: {headers: {}}}}]", "PW4003", 1, 44, "an input")]
    [InlineData("test: [{name: a}, {name: a}]", "PW4004", 1, 19, "two tests")]
    [InlineData("test: [{name: a, num_chunks: 2, chunk_size: 3}]", "PW4004", 1, 45, "exclude each other")]
    [InlineData("test: [{name: a, num_chunks: 0}]", "PW4004", 1, 30, "from 1 to 1000000")]
    [InlineData("test: [{name: a, num_chunks: 2000000000}]", "PW4004", 1, 30, "from 1 to 1000000")]
    [InlineData("test: [{name: a, num_chunks: many}]", "PW4004", 1, 30, "\"many\"")]
    [InlineData("test: [{name: a, num_chunks: 2, request_body: [{}, {}]}]", "PW4004", 1, 8, "2 invocations")]
    [InlineData("test: [{name: a, stream_init: {log: {regex: '(a'}}}]", "PW4005", 1, 45, "\"(a\"")]
    [InlineData("test: [{name: a, stream_init: {log: {regex: '(a)\\1'}}}]", "PW4005", 1, 45, "RE2")]
    [InlineData("test: [{name: a, stream_init: {log: {regex: 'a(?=b)'}}}]", "PW4005", 1, 45, "RE2")]
    [InlineData("test: [{name: a, stream_init: {log: {invert: true}}}]", "PW4004", 1, 37, "no value")]
    [InlineData("test: [{name: a, stream_init: {log: {exact: a, file: b}}}]", "PW4004", 1, 54, "exclude")]
    [InlineData("test: [{name: a, request_body: {input: {file: absent}}}]", "PW4001", 1, 47, "absent: it does not exist")]
    [InlineData("test: [{name: a, request_headers: {input: {content: nonsense}}}]", "PW4004", 1, 43, "no request line")]
    [InlineData("env: {log_level: LOUD}", "PW4004", 1, 18, "\"LOUD\"")]
    [InlineData("test: [{name: a, name: b}]", "PW4004", 1, 18, "twice")]
    [InlineData("test: [{name: [a]}]", "PW4004", 1, 15, "a list")]
    [InlineData("test: words", "PW4004", 1, 7, "the fields of a test")]
    [InlineData("test: [", "PW4002", 2, 1, "not YAML")]
    [InlineData("test: *nowhere", "PW4002", 1, 7, "nowhere")]
    [InlineData("a: b\n---\nc: d", "PW4002", 2, 1, "second")]
    public void What_is_wrong_in_YAML_is_told_with_its_place(string yaml, string id, int line, int column, string text)
    {
        var error = Assert.Throws<SuiteException>(() => _rig.Read(yaml));

        Assert.Equal((id, line, column), (error.Id, error.Place.Line, error.Place.Column));
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Advice);
    }

    [Theory]
    [InlineData("test {\n nme: \"a\" }", "PW4003", 2, 2, "\"nme\"")]
    [InlineData("test { name \"a\" }", "PW4002", 1, 13, "\":\" after \"name\"")]
    [InlineData("test { name: \"a }", "PW4002", 1, 14, "closing quote")]
    [InlineData("test { name: \"\\q\" }", "PW4002", 1, 15, "escape")]
    [InlineData("test { name: \"\\400\" }", "PW4002", 1, 15, "255")]
    [InlineData("test { name: \"a\" name: \"b\" }", "PW4004", 1, 18, "twice")]
    [InlineData("test {", "PW4002", 1, 7, "the end of the file")]
    [InlineData("test: [{name: \"a\"} {name: \"b\"}]", "PW4002", 1, 20, "\",\" or \"]\"")]
    [InlineData("[foo.bar] { }", "PW4003", 1, 1, "\"[\"")]
    [InlineData("test { } }", "PW4002", 1, 10, "the name of a field")]
    public void What_is_wrong_in_protobuf_text_is_told_with_its_place(
        string text, string id, int line, int column, string problem)
    {
        var error = Assert.Throws<SuiteException>(() => _rig.ReadText(text));

        Assert.Equal((id, line, column), (error.Id, error.Place.Line, error.Place.Column));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_without_end_are_refused()
    {
        var deepYaml = new string('[', 100_000);
        var deepText = string.Concat(Enumerable.Repeat("test {", 100_000));

        Assert.Equal("PW4002", Assert.Throws<SuiteException>(() => _rig.Read("test: " + deepYaml)).Id);
        Assert.Equal("PW4002", Assert.Throws<SuiteException>(() => _rig.ReadText(deepText)).Id);
    }

    [Fact]
    public void A_missing_suite_is_told()
    {
        var error = Assert.Throws<SuiteException>(() => Suite.Read("absent.yaml", SuiteFormat.Yaml));

        Assert.Equal("absent.yaml: cannot read absent.yaml: it does not exist [PW4001]", error.Message);
    }

    [Fact]
    public void An_empty_suite_has_no_tests()
    {
        Assert.Empty(_rig.Read("").Names);
        Assert.Empty(_rig.ReadText("# nothing").Names);
    }

    [Theory]
    [InlineData("a.c", "abc", true)]
    [InlineData("a.c", "xabc", false)]
    [InlineData("b", "abc", false)]
    [InlineData("(?P<name>a)bc", "abc", true)]
    [InlineData("(?i)ABC", "abc", true)]
    [InlineData(@"\Qa.c\E", "a.c", true)]
    [InlineData(@"\Qa.c\E", "abc", false)]
    [InlineData("[[:alpha:]]+", "abc", true)]
    [InlineData("[^[:digit:]]+", "abc1", false)]
    [InlineData("[]a]+", "]a", true)]
    [InlineData(@"\d+", "١", false)]
    [InlineData(@"[\w-]+", "a-b", true)]
    [InlineData(@"\pL+", "é", true)]
    [InlineData(@"\x{e9}", "é", true)]
    [InlineData("^abc$", "abc", true)]
    [InlineData(".", "é", true)]
    public async Task Patterns_are_those_of_RE2(string pattern, string text, bool matches)
    {
        _rig.Write("text.data", text);
        var result = await _rig.RunAsync(
            $"""
            test:
            - name: t
              request_body:
                input:
                  file: text.data
                result:
                  body:
                    regex: '{pattern}'
            """,
            "");

        Assert.Equal(matches, result.Passed);
    }

    [Fact]
    public async Task Patterns_that_would_take_for_ever_do_not()
    {
        var result = await _rig.RunAsync(
            $"test: [{{name: t, request_body: {{input: {{content: {new string('a', 5000)}}}, result: {{body: {{regex: (a*)*b}}}}}}}}]",
            "");

        Assert.False(result.Passed);
    }

    [Fact]
    public async Task Logs_go_to_whoever_wants_them()
    {
        using var log = new StringWriter { NewLine = "\n" };
        var suite = _rig.Read("test: [{name: t, request_headers: {}}]");

        await SuiteRig.RunAsync(
            suite,
            SuiteRig.Plugin(Wat.Callback("request_headers", """(call $say @"said")""")),
            new SuiteRunOptions { Log = log });

        Assert.Equal("--- Starting test: t ---\nsaid\n--- Finished test: t ---\n", log.ToString());
    }

    [Fact]
    public async Task Benchmarks_measure_each_callback()
    {
        var suite = _rig.Read(
            """
            env: {num_additional_streams: 5, additional_stream_advance_rate: 2}
            test:
            - {name: fast, benchmark: true, request_headers: {}, response_body: [{input: {content: a}}, {input: {content: b}}]}
            - {name: other, request_headers: {}}
            """);
        using var runner = await SuiteRunner.CreateAsync(
            suite,
            SuiteRig.Plugin(Wat.Callback("request_headers", "") + Wat.Callback("response_body", "")),
            new SuiteRunOptions { BenchmarkTime = TimeSpan.FromMilliseconds(10) },
            TestContext.Current.CancellationToken);

        var costs = runner.Measure(all: false, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "proxy_on_context_create", "proxy_on_request_headers", "proxy_on_response_body",
                "proxy_on_done, proxy_on_delete",
            ],
            costs.Select(cost => cost.Callback));
        Assert.All(costs, cost => Assert.True(cost is { Case: "fast", Calls: > 0, Nanoseconds: > 0, Bytes: >= 0 }));
        Assert.Equal(costs[1].Calls * 2, costs[2].Calls);
    }
}
